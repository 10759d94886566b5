import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "@tgmem/processes";
import { afterAll, beforeAll, expect, it } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tgmem-chat-"));
  await writeFile(join(folder, "memory.sqlite"), "this is no database, and long enough to tell");
});
afterAll(() => rm(folder, { recursive: true }));

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runProcess(new URL("main.ts", import.meta.url), { args, env, input: "hello\n" });

it.each([
  ["an unknown flag", ["--dat", "x"], /'--dat'/u],
  ["a flag without its value", ["--data"], /--data/u],
  ["a word too many", ["hello"], /'hello'/u],
  ["a data folder that is a file", ["--data", import.meta.filename], /is a file: name a folder/u],
  ["one below a file", ["--data", join(import.meta.filename, "x")], /name one that you may write/u],
  ["one where nobody can make any", ["--data", "/proc/tgmem/data"], /name one that you may write/u],
  ["one of no name", ["--data="], /name a folder/u],
])("says in one line what is wrong with %s, and exits 2", async (_, args, said) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^chat: [^\n]+\n$/u);
  expect(stderr).toMatch(said);
});

it("says which database cannot be opened, and which variables are wrong, without a stack", async () => {
  const database = await run(["--data", folder]);
  expect(database).toMatchObject({ code: 2, stderr: expect.stringContaining("memory.sqlite") });
  const variables = await run(["--data", folder], { OPENROUTER_BASE_URL: "localhost:11434" });
  expect(variables).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`localhost:11434`"),
  });
  for (const { stderr } of [database, variables]) expect(stderr).toMatch(/^chat: [^\n]+\n$/u);
});
