import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as service from "@tgmem/service/variables";
import { expect, it } from "vitest";
import { inVariables } from "./in-variables.ts";

const packages = join(import.meta.dirname, "../../../packages");
const advised = ["llm/src", "airtable-store/src", "memory/src/tiers"];

/** All texts of these packages that advise something. */
async function advice(): Promise<readonly string[]> {
  const files = await Promise.all(
    advised.map(async (folder) => {
      const names = await readdir(join(packages, folder), { recursive: true });
      return names
        .filter((name) => /(?<!\.(?:test|kit))\.ts$/u.test(name) && !name.startsWith("testing"))
        .map((name) => join(packages, folder, name));
    }),
  );
  const sources = await Promise.all(files.flat().map((file) => readFile(file, "utf8")));
  const texts = sources.flatMap((source) =>
    source
      .split("\n")
      .filter((line) => !/^\s*(?:\/?\*|\/\/|import|export .* from)/u.test(line))
      .flatMap((line) => line.match(/"[^"]+"|`[^`]+`/gu) ?? []),
  );
  return texts.filter((text) => /\b(?:raise|lower|name|check|add credit|take|let)\b/iu.test(text));
}

it("leaves no advice of our packages that an operator cannot follow: no option is named", async () => {
  const texts = (await advice()).map(inVariables);
  expect(texts.length).toBeGreaterThan(15);
  for (const text of texts) {
    const words = text.replaceAll(/\$\{[^}]*\}/gu, "");
    expect(words).not.toMatch(/\b(?:raise|lower|Raise)\b [`.]*[a-z]+[A-Z]\w*|base URL|extraBody/u);
    expect(words).not.toMatch(/(?:name fallback|the API key|model's name|`rate`|\w\(\))/iu);
  }
});

it("names no variable that does not exist", async () => {
  const known = new Set(
    Object.entries(service).flatMap(([name, group]) =>
      name.endsWith("Variables") && typeof group === "object" ? Object.keys(group) : [],
    ),
  );
  const named = (await advice()).flatMap(
    (text) => inVariables(text).match(/[A-Z]+_[A-Z_]+/gu) ?? [],
  );
  expect(new Set(named).size).toBeGreaterThan(5);
  for (const name of named) expect(known).toContain(name);
});
