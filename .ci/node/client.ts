// Uses the shop through a client whose types were generated from its document.
//
//     node client.js PROGRAM

import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./documents/shop.js";
// @ts-expect-error: a script without types
import { served } from "./program.mjs";

const item: components["schemas"]["Item-Input"] = { name: "Teapot", price: 12.5 };

await served(process.argv[2], async (baseUrl: string) => {
  const client = createClient<paths>({ baseUrl });

  const created = await client.POST("/items", { body: item });
  assert.equal(created.response.status, 201);
  // What has a default may be left out when it is sent, and is always there when it comes back.
  const tags: string[] = created.data!.item.tags;
  assert.deepEqual(tags, []);
  const item_id = created.data!.item_id;

  const read = await client.GET("/items/{item_id}", { params: { path: { item_id } } });
  assert.equal(read.data!.name, "Teapot");

  const found = await client.GET("/items", { params: { query: { q: "pot" } } });
  assert.equal(found.data!.length, 1);

  const body = { ...item, price: 10, tags: ["kitchen"] };
  const replaced = await client.PUT("/items/{item_id}", { params: { path: { item_id } }, body });
  assert.deepEqual(replaced.data, body);

  const refused = await client.POST("/items", { body: { name: "", price: -1 } });
  assert.equal(refused.response.status, 422);
  const answer = refused.error as components["schemas"]["HTTPValidationError"];
  assert.deepEqual(
    answer.detail.map((mistake) => mistake.type),
    ["string_too_short", "greater_than"],
  );

  const deleted = await client.DELETE("/items/{item_id}", { params: { path: { item_id } } });
  assert.equal(deleted.response.status, 204);
  const gone = await client.GET("/items/{item_id}", { params: { path: { item_id } } });
  assert.equal(gone.response.status, 404);
  console.log("the generated client works");
});
