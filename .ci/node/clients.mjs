// Writes the types of a client for each document.
//
//     node clients.mjs FOLDER DOCUMENT...

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const [folder, ...documents] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
for (const document of documents) {
  // What has a default may be left out; where it is always there, the document says so itself.
  const types = await openapiTS(pathToFileURL(document), { defaultNonNullable: false });
  await writeFile(path.join(folder, `${path.basename(document, ".json")}.ts`), astToString(types));
}
