import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, root } from "../files.ts";
import { capitalConstants, type Finding, hyphenatedUnions, leaningComments } from "./rules.ts";

const sources = filesOf("*.ts").map((file) => ({
  file,
  source: readFileSync(join(root, file), "utf8"),
}));
const ours = sources.filter(({ file }) => !file.startsWith("tools/repository/src/dialect/"));
/** What a reader sees in a hover; comments of tests are read in their place. */
const shown = ours.filter(({ file }) => !/\.(?:test|kit)\.ts$|^(?:bench|e2e)\//.test(file));

function findings(
  files: readonly { readonly file: string; readonly source: string }[],
  rule: (source: string) => Finding[],
): string[] {
  return files.flatMap(({ file, source }) =>
    rule(source).map(({ line, text }) => `${file}:${line}: ${text}`),
  );
}

describe("the one dialect", () => {
  it("has constants in camelCase", () => {
    expect(findings(ours, capitalConstants)).toEqual([]);
  });

  it("writes what is compared in snake_case", () => {
    expect(findings(ours, hyphenatedUnions)).toEqual([]);
  });

  it("has doc comments that can be read alone", () => {
    expect(findings(shown, leaningComments)).toEqual([]);
  });

  it("has kits whose hooks stand in functions: a worker loads a kit once, for the first of its files alone", () => {
    const hook = /^(?:before|after)(?:Each|All)\(/mu;
    const kits = ours.filter(({ file }) => file.endsWith(".kit.ts"));
    expect(kits.filter(({ source }) => hook.test(source)).map(({ file }) => file)).toEqual([]);
  });

  it("has one rule for the id of a person or a chat, though published packages cannot share it", () => {
    const rule = String.raw`/^-?[1-9]\d{0,15}$/`;
    const homes = ["packages/contracts/src/telegram-id.ts", "packages/telegram/src/whitelist.ts"];
    const like = /\/\^-\?[^\n]*?\\d\{[^\n]*?\$\//gu;
    const rules = shown.flatMap(({ file, source }) =>
      (source.match(like) ?? []).map((found) => [file, found]),
    );
    expect(rules).toEqual(homes.map((home) => [home, rule]));
  });
});
