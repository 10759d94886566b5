import { readFile } from "node:fs/promises";
import { inMemoryPostings, recallIndex, type RecallIndex, type RecallTurn } from "@tgmem/memory";
import { z } from "zod";
import { bestFirst } from "./best-first.ts";

const people = z.array(
  z.object({
    person: z.string(),
    days: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
    questions: z.array(z.object({ text: z.string(), answeredIn: z.array(z.number()).nullable() })),
  }),
);

/** When the questions are asked: after the last day of the talks. */
const nowMs = Date.UTC(2023, 4, 7);
const mostWords = 5_000;

/** What says nothing without the question before it. */
const followUps = { en: "And what exactly was that?", zh: "具体是什么来着？" } as const;

/** How many of the questions find a turn that answers them. */
export interface Found {
  readonly asked: number;
  /** By the place of the first such turn. */
  readonly first: number;
  readonly firstThree: number;
  readonly firstFive: number;
  /** By what a prompt of so many words holds. */
  readonly in75: number;
  readonly in150: number;
  /** The same when only a word of the question is asked, once it was the message before. */
  readonly followedUp: number;
  /** And without the message before. */
  readonly alone: number;
  /** By the last ten turns, with nothing recalled. */
  readonly windowOf10: number;
  /** By the last five turns, and 150 words besides. */
  readonly windowOf5And150: number;
}

/** The longest word, or the last letters, of a question: what a follow-up may name again. */
const oneWordOf = (text: string, language: "en" | "zh"): string =>
  language === "zh"
    ? text.slice(-4, -2)
    : ((text.match(/\p{L}{4,}/gu) ?? []).toSorted((one, other) => other.length - one.length)[0] ??
      "");

async function indexOf(days: Readonly<Record<string, readonly (readonly [string, string])[]>>) {
  const index = recallIndex(inMemoryPostings());
  const turns: RecallTurn[] = [];
  for (const [day, said] of Object.entries(days))
    for (const [user, assistant] of said)
      turns.push({ turnId: String(turns.length), atMs: Date.parse(day), user, assistant });
  await index.add("42", turns, { epoch: 0 });
  return {
    index,
    last: (count: number) => new Set(turns.slice(-count).map(({ turnId }) => turnId)),
  };
}

async function turnsFor(
  index: RecallIndex,
  query: string,
  {
    maxWords,
    before,
    shown = new Set<string>(),
  }: {
    readonly maxWords: number;
    readonly before?: string;
    readonly shown?: ReadonlySet<string>;
  },
): Promise<readonly number[]> {
  const beside = { epoch: 0, shown, ...(before !== undefined && { before }) };
  const found = await index.search("42", query, { maxWords, nowMs, beside });
  return bestFirst(found).map(({ turnId }) => +turnId);
}

/** Asks what people were asked about talks of ten days, in one language. */
export async function askMemoryBank(language: "en" | "zh"): Promise<Found> {
  const file = new URL(`data/memory-bank.${language}.json`, import.meta.url);
  const count = { first: 0, firstThree: 0, firstFive: 0, in75: 0, in150: 0 };
  const after = { followedUp: 0, alone: 0 };
  const beside = { windowOf10: 0, windowOf5And150: 0 };
  let asked = 0;
  for (const { days, questions } of people.parse(JSON.parse(await readFile(file, "utf8")))) {
    const { index, last } = await indexOf(days);
    for (const { text, answeredIn } of questions) {
      if (!answeredIn) continue;
      asked++;
      const right = (turns: readonly number[]) => turns.findIndex((n) => answeredIn.includes(n));
      const place = right(await turnsFor(index, text, { maxWords: mostWords }));
      if (place === 0) count.first++;
      if (place >= 0 && place < 3) count.firstThree++;
      if (place >= 0 && place < 5) count.firstFive++;
      if (right(await turnsFor(index, text, { maxWords: 75 })) >= 0) count.in75++;
      if (right(await turnsFor(index, text, { maxWords: 150 })) >= 0) count.in150++;
      const isIn = (shown: ReadonlySet<string>) => answeredIn.some((n) => shown.has(String(n)));
      if (isIn(last(10))) beside.windowOf10++;
      const shown = last(5);
      const found = await turnsFor(index, text, { maxWords: 150, shown });
      if (isIn(shown) || right(found) >= 0) beside.windowOf5And150++;
      const query = `${followUps[language]} ${oneWordOf(text, language)}`;
      const options = { maxWords: 150 };
      if (right(await turnsFor(index, query, { ...options, before: text })) >= 0)
        after.followedUp++;
      if (right(await turnsFor(index, query, options)) >= 0) after.alone++;
    }
  }
  return { asked, ...count, ...after, ...beside };
}
