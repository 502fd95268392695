// Opens the chat of the example `websockets` in two windows of a browser, as two people would.
//
//     node chat.mjs PROGRAM

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { served } from "./program.mjs";

const [program] = process.argv.slice(2);

await served(program, async (address) => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  try {
    const [one, other] = await Promise.all([open(browser, address), open(browser, address)]);
    await one.fill("#text", "hello <b>there</b>");
    await one.getByRole("button", { name: "Send" }).click();
    const id = await one.locator("#id").innerText();
    await heard(one, "You wrote: hello <b>there</b>");
    await heard(one, `Client #${id} says: hello <b>there</b>`);
    await other.fill("#text", "hello");
    await other.getByRole("button", { name: "Send" }).click();
    await heard(one, `Client #${await other.locator("#id").innerText()} says: hello`);
    // What a page can learn of an end: the code of a close, and of a refusal no more than that there was one.
    const codes = await one.evaluate(async () => {
      const end = (path) =>
        new Promise((told) => {
          const socket = new WebSocket(`ws://${location.host}${path}`);
          socket.onclose = ({ code, reason, wasClean }) => told([code, reason, wasClean]);
        });
      return [await end("/items/0/ws?token=t"), await end("/items/x/ws")];
    });
    assert.deepEqual(codes, [
      [1008, "not for sale", true],
      [1006, "", false],
    ]);
    console.log("two windows of Chromium chat, and see why a connection ends");
  } finally {
    await browser.close();
  }
});

async function open(browser, address) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.goto(address);
  await page.waitForFunction(() => socket.readyState === WebSocket.OPEN);
  return page;
}

function heard(page, text) {
  return page.locator("#messages li", { hasText: text }).first().waitFor({ timeout: 10_000 });
}
