import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOpenRouterServer, streamed } from "@tgmem/openrouter-test-server";
import { dieWithUs, until } from "@tgmem/processes";
import { expect, it, onTestFinished } from "vitest";

const ctrlC = "\u0003";
/** The program of util-linux, which gives a command a terminal. */
const withTerminal = "script";

/** The command in a terminal of its own, which `script` makes. */
async function startInTerminal(baseURL: string) {
  const data = await mkdtemp(join(tmpdir(), "tgmem-chat-"));
  onTestFinished(() => rm(data, { recursive: true }));
  const main = join(import.meta.dirname, "main.ts");
  const flags = "--disable-warning=ExperimentalWarning --conditions=@tgmem/source";
  const command = `'${process.execPath}' ${flags} '${main}' --data '${data}'`;
  const child = spawn(withTerminal, ["-qec", command, "/dev/null"], {
    env: { PATH: process.env["PATH"], OPENROUTER_API_KEY: "key", OPENROUTER_BASE_URL: baseURL },
    stdio: ["pipe", "pipe", "inherit"],
  });
  dieWithUs(child);
  let output = "";
  child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
  const exit = once(child, "close").then(() => child.exitCode);
  return {
    exit,
    output: () => output,
    shows: (text: string, times = 1) =>
      until(() => output.split(text).length > times, { what: `${text} in ${output}` }),
    types: (text: string) => child.stdin.write(text),
  };
}

it("stops an answer at Ctrl-C, remembers what was written of it, and leaves at a second one", async () => {
  const model = await startOpenRouterServer();
  onTestFinished(() => model.close());
  model.next(streamed("Once upon a time", { end: "stall" }));
  const terminal = await startInTerminal(model.baseURL);
  await terminal.shows("you> ");
  terminal.types("a story\r");
  await terminal.shows("Once upon");
  terminal.types(ctrlC);
  await terminal.shows("[…]");
  await terminal.shows("you> ", 2);
  terminal.types("go on\r");
  await until(() => model.requests.length === 2);
  const [, second] = model.requests;
  expect(JSON.stringify(second?.messages)).toContain("Once upon");
  await terminal.shows("you> ", 3);
  terminal.types(ctrlC);
  expect(await terminal.exit).toBe(0);
});

it("stops at Ctrl-C also what has not begun to answer, without an apology", async () => {
  const model = await startOpenRouterServer();
  onTestFinished(() => model.close());
  model.next(streamed("", { end: "stall" }));
  const terminal = await startInTerminal(model.baseURL);
  await terminal.shows("you> ");
  terminal.types("a story\r");
  await until(() => model.requests.length === 1);
  terminal.types(ctrlC);
  await terminal.shows("you> ", 2);
  terminal.types(ctrlC);
  expect(await terminal.exit).toBe(0);
  expect(terminal.output()).not.toMatch(/sorry|no answer/iu);
});
