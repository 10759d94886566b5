import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "@tgmem/processes";
import { ownRedis } from "@tgmem/testbed";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { tgmem } from "../commands/tgmem.kit.ts";
import { type System, withSystem } from "../system/open-system.ts";
import type { Terminal } from "../terminal/terminal.ts";

let server: Awaited<ReturnType<typeof ownRedis>>;
let folder: string;
let file: string;
beforeAll(async () => {
  server = await ownRedis();
  folder = await mkdtemp(join(tmpdir(), "tgmem-memory-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await server.stop();
});
beforeEach(async (context) => {
  context.skip(server.missing, "no redis-server");
  file = join(folder, `${crypto.randomUUID()}.json`);
  await inSystem(async ({ server: own, memory }) => {
    await own?.flushall();
    const turn = await memory.open("42", { turnId: "t1" });
    await turn.commit({ user: "I live in Lisbon \u001B[2J", assistant: "Noted." });
    await memory.chat("42").correct("Anna lives in Lisbon.");
  });
});

const env = () => ({ REDIS_URL: server.url });
const inSystem = <R>(work: (system: System) => Promise<R>) => withSystem(env(), work);
const memory = (args: readonly string[], given: Partial<Terminal> = {}) =>
  tgmem(["memory", ...args], { env: env(), ...given });

it("writes what is remembered into a file for its owner alone, and another chat takes it over", async () => {
  expect(await memory(["export", "42", file])).toMatchObject({
    code: 0,
    stdout: `Wrote chat 42 with 1 turn to ${file}.\n`,
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await memory(["import", "-1007", file])).toMatchObject({
    code: 0,
    stdout: `Chat -1007 remembers what ${file} held.\n`,
  });
  expect((await memory(["show", "-1007"])).stdout).toMatch(
    /^Chat -1007: 1 turn word for word, .*\n\nAnna lives in Lisbon\.\n\n.*I live in Lisbon/,
  );
});

it("finds what was said long ago, and says when nothing was", async () => {
  await inSystem(({ recall }) =>
    recall.add(
      "42",
      [
        {
          turnId: "old",
          atMs: Date.UTC(2024, 4, 8, 10),
          user: "My dog Bruno is allergic to peanuts.",
          assistant: "Poor Bruno!",
        },
      ],
      { epoch: 0 },
    ),
  );
  const { code, stdout } = await memory(["search", "42", "which allergies has the dog?"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /2024-05-08.*person: My dog Bruno is allergic to peanuts\..*\n.*bot: Poor/u,
  );
  const json = await memory(["search", "42", "peanuts", "--max-words", "20", "--json"]);
  expect(JSON.parse(json.stdout)).toMatchObject([{ turnId: "old" }]);
  for (const [who, first] of [
    ["person", "My dog Bruno is allergic to peanuts."],
    ["bot", "Poor Bruno!"],
  ] as const) {
    const narrow = await memory([
      "search",
      "42",
      "Bruno",
      "--by",
      who,
      "--max-words",
      "12",
      "--json",
    ]);
    const [found] = JSON.parse(narrow.stdout);
    expect(found.user + found.assistant).toBe(first);
  }
  expect(await memory(["search", "42", "giraffes"])).toMatchObject({
    code: 1,
    stdout: "Nothing that was said in chat 42 bears on this.\n",
  });
});

it("prints an export in a line for programs, and says in JSON what was written", async () => {
  const printed = await memory(["export", "42", "--json"]);
  expect(printed.stdout.trimEnd()).not.toContain("\n");
  const { stdout } = await memory(["export", "42", file, "--json"]);
  expect(JSON.parse(stdout)).toEqual({ file, turns: 1 });
  const { exportedAtMs: _, ...whole } = JSON.parse(printed.stdout);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject(whole);
});

it.each([
  ["a file that is there", ["export", "42", "FILE"], "is there already: name a new file."],
  ["a folder that is not", ["export", "42", "FILE/x"], "cannot be written (ENOTDIR)"],
  ["a file that is not", ["import", "43", "FILE.none"], "cannot be read (ENOENT): name a file"],
  ["what is no JSON", ["import", "43", "FILE"], "holds no JSON: give a file that"],
  ["a chat that remembers", ["import", "42", "EXPORT"], "is remembered of it already"],
])("refuses %s, and says what to do", async (_, args, words) => {
  await writeFile(file, "a secret");
  await memory(["export", "42", `${file}.export`]);
  const named = args.map((arg) => arg.replace("FILE", file).replace("EXPORT", `${file}.export`));
  const error = await memory(named).catch(String);
  expect(error).toContain(words);
  expect(error).not.toContain("secret");
  expect(await readFile(file, "utf8")).toBe("a secret");
});

it("lets nothing that a person wrote steer the terminal", async () => {
  const main = new URL("../main.ts", import.meta.url);
  const { stdout } = await runProcess(main, { args: ["memory", "show", "42"], env: env() });
  expect(stdout).toContain("I live in Lisbon \\u001b[2J\n");
});

it("corrects a summary, and says why one was not", async () => {
  expect((await memory(["correct", "42", "Anna moved to Porto."])).stdout).toMatch(
    /^The summary of chat 42 is version \d+ now\.\n$/,
  );
  await expect(memory(["correct", "42", "word ".repeat(2_000)])).rejects.toThrow(
    /^The summary of chat 42 stays\. This has 2000 words, and a summary may have \d+\.$/,
  );
  expect((await memory(["show", "42", "--json"])).stdout).toContain("Anna moved to Porto.");
});

it("forgets a chat only when that was confirmed", async () => {
  expect(await memory(["forget", "42"])).toEqual({ code: 1, stdout: "", stderr: "" });
  expect((await memory(["show", "42"])).stdout).toContain("Lisbon");
  expect(await memory(["forget", "42"], { confirm: async () => true })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^store: erased\nrecall: erased\nDropped 0 messages that waited and 0 dead letters\. /,
    ),
  });
  expect((await memory(["show", "42"])).stdout).toMatch(
    /^Chat 42: 0 turns .*\n\nThere is no summary here; AIRTABLE_PAT is not set/,
  );
});
