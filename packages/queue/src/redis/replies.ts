import type { Batch, Entry, LaneEntry } from "../on-store/lane-store.ts";
import type { DeadLetter, Outcome, QueueStats } from "../queue.ts";

/** An integer of a reply; `stringNumbers` of the given client makes strings of them. */
export type Int = number | string;

/** A list element is `<id> @<time of the push>[+<delay>] <json>`, in ms; an older release wrote no time. */
export function laneEntryOf(lane: string, element: string): LaneEntry {
  const [head, id, pushed, delay] = /^(\S*) ?(?:@(\d+)(?:\+(\d+))? )?/.exec(element) ?? [];
  const json = element.slice(head?.length);
  const entry = { id: id ?? "", lane, json };
  if (pushed === undefined) return entry;
  const pushedAtMs = Number(pushed);
  return { ...entry, pushedAtMs, ...(delay && { notBeforeMs: pushedAtMs + Number(delay) }) };
}

/** Writes one, as the scripts do. */
export function elementOf({ id, json, pushedAtMs, notBeforeMs }: LaneEntry): string {
  if (pushedAtMs === undefined) return `${id} ${json}`;
  const delay = notBeforeMs === undefined ? "" : `+${notBeforeMs - pushedAtMs}`;
  return `${id} @${pushedAtMs}${delay} ${json}`;
}

export function entryOf(lane: string, element: string, nonce: string): Entry {
  return { ...laneEntryOf(lane, element), attempt: Number.parseInt(nonce, 10), nonce };
}

export type TakeReply = [nextMs: Int, passed: Int, jobs: (string | Int)[]];

export type StatsReply = [
  depth: Int,
  inFlight: Int,
  waiting: Int,
  ready: Int,
  deadLetters: Int,
  oldestMs: Int,
  paused: Int,
  isPaused: Int,
];

/** The nonce of a job's receipt is what was counted so far, and the holder behind it. */
export function batchOf([nextMs, passed, jobs]: TakeReply, holder: string): Batch {
  const entries: Entry[] = [];
  for (let i = 0; i < jobs.length; i += 3) {
    const nonce = `${jobs[i + 2]}.${holder}`;
    entries.push(entryOf(String(jobs[i]), String(jobs[i + 1]), nonce));
  }
  return {
    entries,
    passed: Number(passed),
    nextMs: Number(nextMs) < 0 ? null : Number(nextMs),
  };
}

const outcomes: Readonly<Record<string, Outcome>> = {
  "1": "done",
  "2": "buried",
  "0": "stale",
  "-1": "gone",
};
export function outcomeOf(code: Int): Outcome {
  const outcome = outcomes[code];
  if (outcome === undefined) throw new Error(`Redis answered with an unknown outcome \`${code}\`.`);
  return outcome;
}

type KeptLetter = Omit<DeadLetter, "pushedAtMs" | "buriedAtMs"> & {
  readonly pushed?: number;
  readonly at: number;
};

/** Null stands for what is no letter, which only another program may have left there. */
export function letterOf(text: string): DeadLetter | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {}
  if (!isLetter(kept)) return null;
  const { pushed, at, ...letter } = kept;
  return { ...letter, ...(pushed !== undefined && { pushedAtMs: pushed }), buriedAtMs: at };
}

/** Writes a letter, as the scripts do. */
export function keptLetterOf({
  pushedAtMs: pushed,
  buriedAtMs: at,
  ...letter
}: DeadLetter): string {
  const kept: KeptLetter = { ...letter, ...(pushed !== undefined && { pushed }), at };
  return JSON.stringify(kept);
}

const isLetter = (kept: unknown): kept is KeptLetter =>
  typeof kept === "object" &&
  kept !== null &&
  ["number", "at", "id", "lane", "body"].every((name) => name in kept);

export const statsOf = ([
  depth,
  inFlight,
  waiting,
  ready,
  deadLetters,
  oldestMs,
  paused,
  isPaused,
]: StatsReply): QueueStats => ({
  depth: Number(depth),
  inFlight: Number(inFlight),
  waiting: Number(waiting),
  ready: Number(ready),
  deadLetters: Number(deadLetters),
  oldestMs: Number(oldestMs),
  paused: Number(paused),
  isPaused: Number(isPaused) === 1,
});
