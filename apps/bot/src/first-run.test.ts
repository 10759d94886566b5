import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv as parseFile } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { firstRun, isFirstRun } from "./first-run.ts";

/** Answers the questions one after another, and gives what was asked and written. */
async function run(
  answers: readonly string[],
  { env = {}, before }: { env?: NodeJS.ProcessEnv; before?: string } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-first-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, ".env");
  if (before !== undefined) await writeFile(file, before, { mode: 0o644 });
  const left = [...answers];
  const asked: string[] = [];
  const printed: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    const answer = left.shift();
    if (answer === undefined) throw new Error("ended");
    return answer;
  };
  const given = await firstRun(env, { file, ask, print: (line) => void printed.push(line) });
  return { given, asked, printed, file, text: await readFile(file, "utf8") };
}

it("asks three things, and keeps them in a file that nobody else may read", async () => {
  const { asked, file, text, given } = await run(["123:AbC-d_e", "77 abc123", "sk-or-1"]);
  expect(asked).toHaveLength(3);
  expect(parseFile(text)).toEqual({
    TELEGRAM_BOT_TOKEN: "123:AbC-d_e",
    TELEGRAM_API_ID: "77",
    TELEGRAM_API_HASH: "abc123",
    OPEN_ROUTER_API_KEY: "sk-or-1",
  });
  expect(given).toEqual(parseFile(text));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("takes an address for a model of one's own, and nothing for none", async () => {
  const { given } = await run(["1:a", "7:b", "http://127.0.0.1:11434/v1"]);
  expect(given).toMatchObject({ OPENROUTER_BASE_URL: "http://127.0.0.1:11434/v1" });
  const { given: offline } = await run(["1:a", "7,b", ""]);
  expect(Object.keys(offline)).toEqual([
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_ID",
    "TELEGRAM_API_HASH",
  ]);
});

it("asks again for what can be none, and never shows it", async () => {
  const { asked, printed } = await run(["my token", "1:a", "b 7", "7 b", "two words", ""]);
  expect(asked).toHaveLength(6);
  expect(printed.join("\n")).not.toMatch(/my token|b 7|two words/u);
});

it("asks only for what is not set, and leaves what stands in the file", async () => {
  const env = { TELEGRAM_API_ID: "1", TELEGRAM_API_HASH: "a", OPENROUTER_API_KEY: "key" };
  const { asked, text, file } = await run(["1:a"], { env, before: "# mine\nTELEGRAM_BOT_TOKEN=" });
  expect(asked).toHaveLength(1);
  expect(text).toBe('# mine\nTELEGRAM_BOT_TOKEN=\nTELEGRAM_BOT_TOKEN="1:a"\n');
  expect(parseFile(text)).toEqual({ TELEGRAM_BOT_TOKEN: "1:a" });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("writes nothing when the input ends before all is answered", async () => {
  await expect(run(["1:a"])).rejects.toThrow("ended");
});

it("knows a bot that was set up", () => {
  expect(isFirstRun({ TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_API_ID: "1" })).toBe(false);
  expect(isFirstRun({ TELEGRAM_BOT_TOKEN: " ", TELEGRAM_API_ID: "1" })).toBe(true);
});
