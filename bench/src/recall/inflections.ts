import { readFile } from "node:fs/promises";
import { inMemoryPostings, recallIndex } from "@tgmem/memory";
import { z } from "zod";
import { bestFirst } from "./best-first.ts";

const languages = z.record(
  z.string(),
  z.array(z.object({ fact: z.string(), question: z.string() })),
);

const dayMs = 86_400_000;

/** Counts, by language, the questions that find first the fact which they ask for in other forms of its words. */
export async function askInOtherForms(): Promise<ReadonlyMap<string, number>> {
  const file = new URL("data/inflections.json", import.meta.url);
  const found = new Map<string, number>();
  for (const [language, pairs] of Object.entries(
    languages.parse(JSON.parse(await readFile(file, "utf8"))),
  )) {
    const index = recallIndex(inMemoryPostings());
    const turns = pairs.map(({ fact: user }, at) => ({
      turnId: String(at),
      atMs: at * dayMs,
      user,
      assistant: "",
    }));
    await index.add("42", turns, { epoch: 0 });
    let first = 0;
    for (const [at, { question }] of pairs.entries()) {
      const all = await index.search("42", question, { maxWords: 1_000 });
      if (bestFirst(all)[0]?.turnId === String(at)) first++;
    }
    found.set(language, first);
  }
  return found;
}
