import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOpenRouterServer, streamed } from "@tgmem/openrouter-test-server";
import { ctrlC, startInTerminal, until } from "@tgmem/processes";
import { expect, it, onTestFinished } from "vitest";

async function startChat(baseURL: string) {
  const data = await mkdtemp(join(tmpdir(), "tgmem-chat-"));
  onTestFinished(() => rm(data, { recursive: true }));
  return startInTerminal(new URL("main.ts", import.meta.url), {
    args: ["--data", data],
    env: { OPENROUTER_API_KEY: "key", OPENROUTER_BASE_URL: baseURL },
  });
}

it("stops an answer at Ctrl-C, remembers what was written of it, and leaves at a second one", async () => {
  const model = await startOpenRouterServer();
  onTestFinished(() => model.close());
  model.next(streamed("Once upon a time", { end: "stall" }));
  const terminal = await startChat(model.baseURL);
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
  const terminal = await startChat(model.baseURL);
  await terminal.shows("you> ");
  terminal.types("a story\r");
  await until(() => model.requests.length === 1);
  terminal.types(ctrlC);
  await terminal.shows("you> ", 2);
  terminal.types(ctrlC);
  expect(await terminal.exit).toBe(0);
  expect(terminal.output()).not.toMatch(/sorry|no answer/iu);
});
