import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { EnvError, parseEnv } from "../env.ts";
import { optionalFileText } from "./file-text.ts";

const schema = z.object({ PERSONA: optionalFileText("who the bot is", { maxChars: 20 }) });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tgmem-text-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function valueOf(content: string | Uint8Array): Promise<unknown> {
  const file = join(folder, "persona.md");
  await writeFile(file, content);
  return parseEnv(schema, { PERSONA: file }).PERSONA;
}

function problemsOf(path: string): readonly string[] {
  try {
    parseEnv(schema, { PERSONA: path });
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
  }
  return [];
}

it("gives the text of the file, without its edges", async () => {
  expect(await valueOf("\uFEFF\nYou are a pirate.\n\n")).toBe("You are a pirate.");
  expect(await valueOf("😀".repeat(10))).toBe("😀".repeat(10));
  expect(parseEnv(schema, {}).PERSONA).toBeUndefined();
});

it.each([
  ["is too long", "x".repeat(21), /at most 20 characters, got `.*persona\.md`/u],
  ["is far too long", "x".repeat(10_000), /at most 20 characters/u],
  ["is empty", " \n", /is empty/u],
  ["is no text", Uint8Array.of(0xff, 0xfe, 0x00), /UTF-8/u],
])("says in one sentence, without a word of it, that a file %s", async (_, content, said) => {
  await expect(valueOf(content)).rejects.toThrow(said);
  await expect(valueOf(content)).rejects.not.toThrow("xxx");
});

it("says that a file is missing, or is none", () => {
  expect(problemsOf(join(folder, "missing"))).toEqual([
    expect.stringMatching(/^PERSONA is wrong: .*\(ENOENT\), got `.*missing`/u),
  ]);
  expect(problemsOf(folder)).toEqual([expect.stringContaining("expected a file of text, got")]);
});
