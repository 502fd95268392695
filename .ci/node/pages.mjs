// Opens the documentation pages of the shop in a browser and uses them, as a reader would.
//
//     node pages.mjs PROGRAM FOLDER
//
// Fails on an error or a warning in the console, on a request that leaves the machine, and when a page does not do what it is for.
// Pictures of the pages are put into the folder.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { served } from "./program.mjs";

const [program, folder] = process.argv.slice(2);

const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** What each page is for. */
const PAGES = {
  "/docs": async (page) => {
    const create = page.locator(".opblock-post");
    await create.locator(".opblock-summary").click();
    await create.getByRole("button", { name: "Try it out" }).click();
    await create.locator("textarea").fill('{"name": "Teapot", "price": 12.5, "tags": ["kitchen"]}');
    await create.getByRole("button", { name: "Execute" }).click();
    const live = create.locator(".live-responses-table .response");
    await live.locator(".response-col_status", { hasText: "201" }).waitFor();
    assert.match(await live.locator(".highlight-code").first().innerText(), /"item_id": 1/);
    await login(page);
  },
  "/docs/statuses": async (page) => {
    // A dot leads to its status, which is marked, and the page has no script that could do it.
    await page.locator("td a[title^='404 Not Found']").first().click();
    const marked = page.locator("dt:target");
    assert.equal(await marked.innerText(), "404 Not Found");
    assert.match(await marked.locator("xpath=following-sibling::dd[1]").innerText(), /NotFound/);
    assert.ok(await marked.evaluate((it) => it.getBoundingClientRect().bottom <= window.innerHeight));
    assert.equal(await page.locator("script").count(), 0);
    await page.getByRole("link", { name: "Try them out" }).click();
    await page.getByRole("link", { name: "Every status of every operation" }).click();
    await page.getByRole("heading", { name: "Shop - Statuses" }).waitFor();
  },
  "/redoc": async (page) => {
    await page.getByRole("heading", { name: "Create Item" }).first().waitFor();
    // The search is a script of its own, which the policy of the page has to allow.
    await page.getByPlaceholder("Search...").fill("replace");
    await page.locator("[data-role='search:results'] label").first().waitFor();
  },
  "/scalar": async (page) => {
    await page.getByRole("heading", { name: "Create Item" }).first().waitFor();
    await page.getByRole("button", { name: /Test Request.*get \/items\b/i }).first().click();
    const client = page.getByRole("dialog");
    await client.getByRole("button", { name: "Send" }).first().click();
    await client.getByText("200 OK").first().waitFor();
  },
};

/** A login with OAuth2 comes back to a page that tells the one that opened it. */
async function login(page) {
  const token = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const schema = new Map([["flow", "implicit"]]);
        window.swaggerUIRedirectOauth2 = {
          state: "known",
          auth: { schema, name: "login" },
          callback: ({ token, isValid }) => resolve({ ...token, isValid }),
          errCb: resolve,
        };
        window.open(new URL("/docs/oauth2-redirect#access_token=told&state=known", window.location.href));
      }),
  );
  assert.deepEqual(token, { access_token: "told", state: "known", isValid: true });
}

/** Where the pictures of a page are. */
function picture(path) {
  return `${folder}/${path.slice(1).replaceAll("/", "-")}`;
}

async function visit(browser, base, path, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 960 } });
  const problems = [];
  context.on("console", (message) => {
    // Scalar warns of `ValidationError`, of which FastAPI's documents have the same schema.
    const fails = path === "/scalar" ? ["error"] : ["error", "warning"];
    if (fails.includes(message.type())) problems.push(`the console says: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`a script failed: ${error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== base) problems.push(`it asks for ${url}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const answer = await page.goto(base + path, { waitUntil: "networkidle" });
  assert.equal(answer.status(), 200);
  try {
    await page.screenshot({ path: `${picture(path)}.png` });
    await use(page);
  } catch (error) {
    problems.push(`it cannot be used: ${error.message}`);
  }
  await page.screenshot({ path: `${picture(path)}-used.png`, fullPage: true });
  await context.close();
  console.log(path, problems.length === 0 ? "works" : problems);
  return problems.length;
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(CHROMIUM);
try {
  await served(program, async (base) => {
    let problems = 0;
    for (const [path, use] of Object.entries(PAGES)) problems += await visit(browser, base, path, use);
    process.exitCode = problems > 0 ? 1 : 0;
  });
} finally {
  await browser.close();
}
