import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { httpError, startOpenRouterServer, streamed } from "@tgmem/openrouter-test-server";
import { runProcess, startProcess } from "@tgmem/processes";
import { afterAll, beforeEach, expect, it } from "vitest";

const folders: string[] = [];
let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "tgmem-chat-"));
  folders.push(data);
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The command with lines piped in. */
const chat = (lines: readonly string[], env: Record<string, string> = {}) =>
  runProcess(new URL("main.ts", import.meta.url), {
    args: ["--data", data],
    env,
    input: lines.map((line) => `${line}\n`).join(""),
  });

async function filesMention(word: string): Promise<boolean> {
  const contents = await Promise.all(
    (await readdir(data)).map((name) => readFile(join(data, name))),
  );
  return contents.some((content) => content.includes(word));
}

it("answers each piped line on stdout, says that it is offline, and exits 0", async () => {
  const { code, stdout, stderr } = await chat(["hello", "what did I say?"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/offline/);
  expect(stdout).toContain("“hello”");
});

it("remembers over a restart, until /forget leaves no word in its files", async () => {
  await chat(["my canary is called Balthazar"]);
  expect(await filesMention("Balthazar")).toBe(true);
  const { stdout } = await chat(["/memory"]);
  expect(stdout).toContain("You: my canary is called Balthazar");
  const after = await chat(["/forget", "/memory"]);
  expect(after.stdout).toContain("remember nothing yet");
  expect(await filesMention("Balthazar")).toBe(false);
});

it("is told again what was said long ago, word for word, unless RECALL_WORDS is 0, and /forget erases it", async () => {
  const short = { MEMORY_WINDOW: "2", SUMMARIZE_EVERY: "2" };
  const said = [
    "my canary is called Balthazar",
    ...["tea", "bread", "rain", "snow", "salt", "wood"].map((word) => `I like ${word} a lot`),
  ];
  const question = "what is the name of my yellow canary?";
  await chat(said, short);
  const { stdout } = await chat([question], short);
  expect(stdout).toContain("You told me long ago: “my canary is called Balthazar” (recalled)");
  const without = await chat([question], { ...short, RECALL_WORDS: "0" });
  expect(without.stdout).not.toContain("(recalled)");
  await chat(["/forget"], short);
  expect(await filesMention("Balthazar")).toBe(false);
  expect(await filesMention("balth")).toBe(false);
});

it("shows a summary beside the last turns once ten turns have been said, and /forget erases that too", async () => {
  const facts = Array.from(
    { length: 12 },
    (_, index) => `fact ${index}: my friend Quetzal${index} lives in town ${index}`,
  );
  await chat(facts);
  const { stdout } = await chat(["/memory"]);
  expect(stdout).toContain("Summary of what we talked about");
  expect(stdout).toContain("Quetzal0");
  await chat(["/forget"]);
  expect(await filesMention("Quetzal")).toBe(false);
});

it("asks a real model when a key is set", async () => {
  const model = await startOpenRouterServer();
  const { stdout } = await chat(["hello"], {
    OPENROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
  });
  await model.close();
  expect(stdout).toMatch(/^You said: \[[A-Z][a-z]+ \d{4}-\d\d-\d\d \d\d:\d\d\] hello\n$/u);
});

it("shows an answer while the model writes it", async () => {
  const model = await startOpenRouterServer();
  model.next(streamed("Once upon", { end: "stall" }));
  const bot = startProcess(new URL("main.ts", import.meta.url), {
    args: ["--data", data],
    env: { OPENROUTER_API_KEY: "key", OPENROUTER_BASE_URL: model.baseURL },
    input: "a story\n",
  });
  await bot.says("Once upon");
  await bot.stop("SIGKILL");
  await model.close();
});

it("says in one sentence why there is no answer; to an operator once, with the variable to look at; and exits 1", async () => {
  const model = await startOpenRouterServer();
  model.when(() => true, httpError(401));
  const { stdout, stderr, code } = await chat(["hello", "hello?"], {
    OPENROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
  });
  await model.close();
  const sentence = "I cannot answer this message: my operator has to look at this.\n";
  expect({ stdout, code }).toEqual({ stdout: sentence.repeat(2), code: 1 });
  expect(stderr).toMatch(/^chat: no answer: LlmError unauthorized: .*OPEN_ROUTER_API_KEY.*\n$/u);
});

it("shows the model the turns since the summary alone, when the variables say so", async () => {
  const env = { SUMMARIZE_EVERY: "2" };
  await chat(["my friend Quetzal lives in Lima", "my friend Condor lives in Cusco"], env);
  const model = await startOpenRouterServer();
  const online = { ...env, OPENROUTER_API_KEY: "key", OPENROUTER_BASE_URL: model.baseURL };
  await chat(["hello"], { ...online, MEMORY_PROMPT: "since_summary" });
  await chat(["hello again"], online);
  await model.close();
  const [first, second] = model.requests.map(({ messages }) => messages.map(({ role }) => role));
  expect(first).toEqual(["system", "user"]);
  expect(second?.length).toBeGreaterThan(4);
});

it("summarizes as often, and keeps as many turns, as the variables say", async () => {
  const env = { SUMMARIZE_EVERY: "2", MEMORY_WINDOW: "1" };
  await chat(["my friend Quetzal lives in Lima", "my friend Condor lives in Cusco"], env);
  const { stdout } = await chat(["/memory"], env);
  expect(stdout).toContain("Summary of what we talked about");
  expect(stdout).toContain("The last messages:");
});
