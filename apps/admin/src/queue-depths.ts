import type { QueueStats } from "@tgmem/queue";
import { ageOf } from "./age-of.ts";
import { table } from "./table.ts";

/** Makes a table for the terminal of how much waits where, and for how long. Chats are counted, but for `jobs` and `dead`. */
export function queueDepths(
  lists: readonly (QueueStats & { readonly name: string })[],
  { width }: { readonly width: number },
): string {
  const heading = ["list", "jobs", "running", "ready", "waiting", "paused", "dead", "oldest"];
  const rows = lists.map((list) => {
    const { depth, inFlight, ready, waiting, paused, deadLetters } = list;
    const counts = [depth, inFlight, ready, waiting, paused, deadLetters].map(String);
    return [list.isPaused ? `${list.name} (paused)` : list.name, ...counts, ageOf(list.oldestMs)];
  });
  return table([heading, ...rows], { width });
}
