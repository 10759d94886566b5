import { readFile } from "node:fs/promises";
import { inMemoryPostings, recallIndex, type RecallTurn } from "@tgmem/memory";
import { z } from "zod";

/**
 * LoCoMo is not in this repository, because of its licence (CC BY-NC 4.0): whoever has it gets its table.
 *
 * A question counts as answered when all tokens of its gold answer stand in the prompt: the last 20 messages, 300 words of
 * the summaries, and what is found. It tells designs apart, and is no score of answers.
 *
 * Of the two who talk one is taken for the person and the other for the bot, so that a name in a question tells whose words are
 * asked for. A bot mostly cannot tell: the same is asked without the names, too.
 */
const message = z.object({
  speaker: z.string(),
  dia_id: z.string(),
  text: z.string(),
  blip_caption: z.string().optional(),
});
const question = z.object({
  question: z.string(),
  // An adversarial question has none.
  answer: z.unknown().optional(),
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
const budgets = [0, 100, 150, 200, 282, 300, 450, 600];
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
type Message = z.infer<typeof message>;
/** Who is the person, and who the bot. */
const sides = ["user", "assistant"] as const;
type Pair = Partial<Record<(typeof sides)[number], Message>>;

const textOf = ({ text, blip_caption: seen = "" }: Message) => `${text} ${seen}`.trim();

/** Makes turns of the messages of a session. */
function paired(said: readonly Message[], [person]: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const one of said) {
    const last = pairs.at(-1);
    if (one.speaker === person) pairs.push({ user: one });
    else if (last && !last.assistant) last.assistant = one;
    else pairs.push({ assistant: one });
  }
  return pairs;
}

/** The sessions of a talk, and what a prompt holds of it without recall. */
async function prepared({ conversation, session_summary: summaries }: Talk) {
  const count = Math.max(
    ...Object.keys(conversation).map((key) => Number(/^session_(\d+)$/u.exec(key)?.[1] ?? 0)),
  );
  const names = ["speaker_a", "speaker_b"].map((key) => z.string().parse(conversation[key]));
  const turns: RecallTurn[] = [];
  const pairs = new Map<string, Pair>();
  const all: string[] = [];
  let nowMs = 0;
  for (let session = 1; session <= count; session++) {
    const time = z.string().parse(conversation[`session_${session}_date_time`] ?? "");
    nowMs = timeOf(time);
    const said = z.array(message).parse(conversation[`session_${session}`] ?? []);
    for (const pair of paired(said, names)) {
      const turnId = String(turns.length);
      const [user = "", assistant = ""] = sides.map((side) => pair[side] && textOf(pair[side]));
      turns.push({ turnId, atMs: nowMs, user, assistant });
      pairs.set(turnId, pair);
    }
    all.push(...said.map((one) => `[${time}] ${one.speaker}: ${textOf(one)}`));
  }
  const share = Math.max(4, Math.floor(summaryWords / count));
  const summary = Array.from({ length: count }, (_, at) =>
    (summaries[`session_${at + 1}_summary`] ?? "").split(/\s+/u).slice(0, share).join(" "),
  );
  const index = recallIndex(inMemoryPostings());
  await index.add("42", turns, { epoch: 0 });
  const shown = new Set(turns.slice(-windowMessages / 2).map(({ turnId }) => turnId));
  const base = [...all.slice(-windowMessages), ...summary].join(" ");
  return { index, pairs, names, shown, base, nowMs };
}

type Prepared = Awaited<ReturnType<typeof prepared>>;
const wordsOf = (text: string) => text.match(/\S+/gu)?.length ?? 0;

/** What the prompt holds of the answer to a question, with so many words of recall. */
async function ask(
  { index, pairs, names, shown, base, nowMs }: Prepared,
  { question: asked, answer, evidence }: z.infer<typeof question>,
  { maxWords, named }: { readonly maxWords: number; readonly named: boolean },
) {
  const meant = sides.filter((_, at) => asked.includes(names[at] ?? ""));
  const [side] = named && meant.length === 1 ? meant : [];
  // Both names are in every message, and tell nothing as words.
  const query = names.reduce((text, name) => text.replaceAll(name, " "), asked);
  const beside = { epoch: 0, shown };
  const found = await index.search("42", query, { maxWords, side, nowMs, beside });
  const prompt = [base];
  const sources = new Set<string>();
  let day = "";
  for (const excerpt of found) {
    const header = dayOf.format(excerpt.atMs);
    if (header !== day) prompt.push(`[${header}]`);
    day = header;
    for (const one of sides) {
      const source = pairs.get(excerpt.turnId)?.[one];
      if (!source || excerpt[one] === "") continue;
      prompt.push(`${source.speaker}: ${excerpt[one]}`);
      sources.add(source.dia_id);
    }
  }
  const text = prompt.join("\n");
  const held = new Set(tokens(text));
  return {
    words: wordsOf(text),
    whole: tokens(String(answer)).every((token) => held.has(token)),
    any: evidence.some((id) => sources.has(id)),
    all: evidence.every((id) => sources.has(id)),
  };
}

/** Makes the table of a file of LoCoMo. */
export async function locomoTable(path: string): Promise<string> {
  const loaded = talks.parse(JSON.parse(await readFile(path, "utf8")));
  const ready = await Promise.all(
    loaded.map(async (talk) => ({ talk: await prepared(talk), asked: talk.qa.filter(isAnswered) })),
  );
  const lines = ["names  recall  words  whole answer  evidence, any  evidence, all"];
  for (const named of [true, false])
    for (const maxWords of budgets) {
      const results = await Promise.all(
        ready.flatMap(({ talk, asked }) => asked.map((one) => ask(talk, one, { maxWords, named }))),
      );
      const mean = (of: keyof (typeof results)[number]) =>
        results.reduce((sum, one) => sum + Number(one[of]), 0) / results.length;
      const percent = (of: "whole" | "any" | "all") => `${(100 * mean(of)).toFixed(1)} %`;
      const columns = [
        (named ? "yes" : "no").padStart(5),
        String(maxWords).padStart(6),
        mean("words").toFixed(0).padStart(5),
        percent("whole").padStart(12),
        percent("any").padStart(13),
        percent("all").padStart(13),
      ];
      lines.push(columns.join("  "));
    }
  return lines.join("\n");
}

/** Questions that cannot be answered are left out, and those whose answer has no token that counts. */
const isAnswered = ({ category, answer }: z.infer<typeof question>) =>
  category !== adversarial && tokens(String(answer)).length > 0;
