// A program that is served while something is done with it.

import { spawn } from "node:child_process";
import readline from "node:readline";

/** Starts a program on a free port, and hands its address to `use`. */
export async function served(path, use) {
  const program = spawn(path, ["--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    await use(await address(program));
  } finally {
    program.kill();
  }
}

async function address(program) {
  const ended = new Promise((_, reject) => {
    program.once("error", reject);
    program.once("exit", (code) => reject(new Error(`the program ended with ${code} before it said where it listens`)));
  });
  const said = new Promise((resolve) => {
    readline.createInterface({ input: program.stderr }).on("line", (line) => {
      const found = line.match(/at (http:\/\/[0-9.]+:\d+)/);
      if (found) resolve(found[1]);
    });
  });
  return Promise.race([said, ended]);
}
