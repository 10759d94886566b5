import type { QueueStats } from "@tgmem/queue";
import { outageWords, type ProcessInfo } from "@tgmem/service";

/** Something that an operator should know of, in a sentence without any text of a person. */
export interface Problem {
  /** Tells kinds apart: of one kind there is one at a time. */
  readonly kind: string;
  readonly what: string;
}

/** What the processes say of themselves, and how much waits on each list. */
export interface Facts {
  readonly processes: readonly ProcessInfo[];
  readonly lists: readonly (Pick<QueueStats, "depth" | "oldestMs" | "isPaused"> & {
    readonly name: string;
  })[];
}

/** A list whose oldest job has waited so long does not move. */
const stillMs = 600_000;

/** Names the problems of this moment: outages, processes that give no sign or cannot work, and lists that do not move. */
export function problemsOf({ processes, lists }: Facts): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const add = (kind: string, what: string) => problems.set(kind, { kind, what });
  for (const { name, state, failing, outages } of processes) {
    if (state === "silent") {
      add(
        `silent ${name}`,
        `The ${name} gives no sign: it was killed, it hangs, or it cannot reach Redis.`,
      );
      continue;
    }
    for (const outage of outages) add(`outage ${outage.kind}`, outageWords(outage));
    // The check of a list is called as the list is, and its outage tells that it is one.
    const told = new Set([...outages.map(({ kind }) => kind.replace(/ list$/, "")), "draining"]);
    for (const check of failing)
      if (!told.has(check)) add(`check ${name} ${check}`, `The ${name} is not ready: ${check}.`);
  }
  for (const { name, depth, oldestMs, isPaused } of lists)
    if (!isPaused && depth > 0 && oldestMs >= stillMs)
      add(
        `still ${name}`,
        `The list ${name} does not move: ${depth} wait, the oldest for ${Math.round(oldestMs / 60_000)} minutes.`,
      );
  return [...problems.values()];
}
