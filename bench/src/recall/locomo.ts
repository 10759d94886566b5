import { readFile } from "node:fs/promises";
import { inMemoryPostings, recallIndex, type RecallTurn } from "@tgmem/memory";
import { z } from "zod";

/**
 * LoCoMo is not in this repository, because of its licence (CC BY-NC 4.0): whoever has it gets its table.
 *
 * A question counts as answered when all tokens of its gold answer stand in the prompt: the last 20 messages, 300 words of
 * the summaries, and what is found. It tells designs apart, and is no score of answers.
 */
const message = z.object({
  speaker: z.string(),
  dia_id: z.string(),
  text: z.string(),
  blip_caption: z.string().optional(),
});
const question = z.object({
  question: z.string(),
  answer: z.unknown(),
  category: z.number(),
  evidence: z.array(z.string()).default([]),
});
const talks = z.array(
  z.object({
    conversation: z.record(z.string(), z.unknown()),
    session_summary: z.record(z.string(), z.string()),
    qa: z.array(question),
  }),
);

const adversarial = 5;
const windowMessages = 20;
const summaryWords = 300;
const budgets = [100, 150, 200, 282, 300, 450, 600];
const stopWords = new Set(
  "the a an of in to and on for at is was her his their with by she he they it did what when does do has have had how who which where".split(
    " ",
  ),
);

const months = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2023, at, 1)),
);
const dayOf = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

const tokens = (text: string) =>
  (text.toLowerCase().match(/[a-z0-9]+/gu) ?? []).filter((word) => !stopWords.has(word));

function timeOf(text: string): number {
  const [, hour, minute, half, day, name, year] =
    /(\d+):(\d+) (am|pm) on (\d+) (\w+),? (\d+)/u.exec(text) ?? [];
  const hours = (Number(hour) % 12) + (half === "pm" ? 12 : 0);
  return Date.UTC(Number(year), months.indexOf(name ?? ""), Number(day), hours, Number(minute));
}

type Talk = z.infer<typeof talks>[number];

/** The sessions of a talk, and what a prompt holds of it without recall. */
async function prepared({ conversation, session_summary: summaries }: Talk) {
  const count = Math.max(
    ...Object.keys(conversation).map((key) => Number(/^session_(\d+)$/u.exec(key)?.[1] ?? 0)),
  );
  const turns: RecallTurn[] = [];
  const ids = new Map<string, readonly (string | undefined)[]>();
  const all: string[] = [];
  const names = new Set<string>();
  let nowMs = 0;
  for (let session = 1; session <= count; session++) {
    const time = z.string().parse(conversation[`session_${session}_date_time`] ?? "");
    nowMs = timeOf(time);
    const said = z.array(message).parse(conversation[`session_${session}`] ?? []);
    for (let at = 0; at < said.length; at += 2) {
      const pair = [said[at], said[at + 1]];
      const [user = "", assistant = ""] = pair.map((one) =>
        one ? `${one.text} ${one.blip_caption ?? ""}`.trim() : "",
      );
      const turnId = String(turns.length);
      turns.push({ turnId, atMs: nowMs, user, assistant });
      ids.set(
        turnId,
        pair.map((one) => one?.dia_id),
      );
      for (const one of pair) {
        if (!one) continue;
        names.add(one.speaker);
        all.push(`[${time}] ${one.speaker}: ${one.text} ${one.blip_caption ?? ""}`);
      }
    }
  }
  const share = Math.max(4, Math.floor(summaryWords / count));
  const summary = Array.from({ length: count }, (_, at) =>
    (summaries[`session_${at + 1}_summary`] ?? "").split(/\s+/u).slice(0, share).join(" "),
  );
  const index = recallIndex(inMemoryPostings());
  await index.add("42", turns, { epoch: 0 });
  const shown = new Set(turns.slice(-windowMessages / 2).map(({ turnId }) => turnId));
  const base = new Set(tokens([...all.slice(-windowMessages), ...summary].join(" ")));
  return { index, ids, names, shown, base, nowMs };
}

type Prepared = Awaited<ReturnType<typeof prepared>>;

/** What the prompt holds of the answer to a question, with so many words of recall. */
async function ask(
  { index, ids, names, shown, base, nowMs }: Prepared,
  { question: asked, answer, evidence }: z.infer<typeof question>,
  maxWords: number,
) {
  let query = asked;
  // Nobody's side is known to a bot, and both names are in every message.
  for (const name of names) query = query.replaceAll(name, " ");
  const beside = { epoch: 0, shown };
  const found = await index.search("42", query, { maxWords, nowMs, beside });
  const text = found.map(({ atMs, user, assistant }) => [dayOf.format(atMs), user, assistant]);
  const held = new Set([...base, ...tokens(text.flat().join(" "))]);
  const sources = new Set(
    found.flatMap(({ turnId, user, assistant }) => {
      const [said, answered] = ids.get(turnId) ?? [];
      return [user && said, assistant && answered];
    }),
  );
  return {
    whole: tokens(String(answer)).every((token) => held.has(token)),
    any: evidence.some((id) => sources.has(id)),
    all: evidence.every((id) => sources.has(id)),
  };
}

/** Makes the table of a file of LoCoMo. */
export async function locomoTable(path: string): Promise<string> {
  const loaded = talks.parse(JSON.parse(await readFile(path, "utf8")));
  const lines = ["words  whole answer  evidence, any  evidence, all"];
  for (const maxWords of budgets) {
    const results: Awaited<ReturnType<typeof ask>>[] = [];
    for (const talk of loaded) {
      const ready = await prepared(talk);
      for (const one of talk.qa)
        if (one.category !== adversarial && tokens(String(one.answer)).length > 0)
          results.push(await ask(ready, one, maxWords));
    }
    const percent = (of: "whole" | "any" | "all") =>
      `${((100 * results.filter((one) => one[of]).length) / results.length).toFixed(1)} %`;
    const columns = [percent("whole"), percent("any"), percent("all")];
    lines.push(
      [String(maxWords).padStart(5), ...columns.map((one) => one.padStart(12))].join("  "),
    );
  }
  return lines.join("\n");
}
