import { boolean, type infer as Infer, number, object, record, string } from "zod";
import type { Problem } from "./problems.ts";

/** What is known between two looks. */
export const Told = object({
  /** The problems that the last look saw, by kind. Operators hear of the end of what they were told of. */
  present: record(string(), object({ what: string(), sinceMs: number(), isTold: boolean() })),
  /** The last dead letter of each list that was counted, and how many they were not told of yet. */
  letters: record(string(), object({ through: number(), untold: number() })),
  /** When they were told last, by kind of problem, and by list. */
  toldAtMs: record(string(), number()),
});
export type Told = Infer<typeof Told>;

/** A sentence for the operators; the same piece of news has the same id. */
export interface News {
  readonly id: string;
  readonly text: string;
}

/** The dead letters of a list that were not counted before, and the number of the last one. */
export interface NewLetters {
  readonly list: string;
  readonly count: number;
  readonly through: number;
}

/** What a look has seen. */
export interface Seen {
  readonly problems: readonly Problem[];
  readonly letters: readonly NewLetters[];
}

/** They are told of each kind once in this time. */
const everyMs = 3_600_000;

/**
 * Says what is new: a problem that two looks in a row have seen, that it is over, and how many letters died. Of each kind of problem,
 * and of each list, they are told once an hour at most, however often it comes and goes.
 */
export function newsOf(
  before: Told,
  { problems, letters }: Seen,
  nowMs: number,
): { readonly told: Told; readonly news: readonly News[] } {
  const recent = Object.entries(before.toldAtMs).filter(([, atMs]) => nowMs - atMs < everyMs);
  const told: Told = { present: {}, letters: {}, toldAtMs: Object.fromEntries(recent) };
  const news: News[] = [];
  /** Tells it, unless something of this kind was told within the hour. */
  function tell(kind: string, { id, text }: News): boolean {
    if (told.toldAtMs[kind] !== undefined) return false;
    told.toldAtMs[kind] = nowMs;
    news.push({ id, text });
    return true;
  }

  for (const { kind, what } of problems) {
    const known = before.present[kind];
    const { sinceMs, isTold } = known ?? { sinceMs: nowMs, isTold: false };
    const began = { id: `${kind} ${sinceMs} began`, text: `⚠️ ${what}` };
    const isSure = known !== undefined;
    told.present[kind] = { what, sinceMs, isTold: isTold || (isSure && tell(kind, began)) };
  }
  for (const [kind, { what, sinceMs, isTold }] of Object.entries(before.present)) {
    if (told.present[kind] || !isTold) continue;
    const minutes = Math.max(1, Math.round((nowMs - sinceMs) / 60_000));
    news.push({ id: `${kind} ${sinceMs} over`, text: `✅ Over after ${minutes} min: ${what}` });
  }
  for (const { list, count, through } of letters) {
    const known = before.letters[list];
    // What lay there before anybody looked is no news.
    const untold = known ? known.untold + count : 0;
    const noun = untold === 1 ? "letter" : "letters";
    const text = `⚠️ ${untold} new dead ${noun} on the list ${list}. \`tgmem dead list ${list}\` says why.`;
    const isTold =
      untold > 0 && tell(`letters ${list}`, { id: `letters ${list} ${through}`, text });
    told.letters[list] = { through, untold: isTold ? 0 : untold };
  }
  return { told, news };
}
