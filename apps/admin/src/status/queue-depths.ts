import type { QueueStats } from "@tgmem/queue";
import { ageOf } from "../terminal/age-of.ts";
import { table } from "../terminal/table.ts";

/** Makes a table for the terminal of how much waits where, and for how long. Chats are counted, but for `jobs` and `dead`. */
export function queueDepths(
  lists: readonly (QueueStats & { readonly name: string })[],
  { width }: { readonly width: number },
): string {
  const heading = ["list", "jobs", "oldest", "dead", "busy", "ready", "waiting", "paused"];
  const rows = lists.map((list) => {
    const { depth, inFlight, ready, waiting, paused, deadLetters } = list;
    const [jobs, dead, ...lanes] = [depth, deadLetters, inFlight, ready, waiting, paused].map(
      String,
    );
    const name = list.isPaused ? `${list.name} (paused)` : list.name;
    return [name, jobs, ageOf(list.oldestMs), dead, ...lanes].map((cell = "") => cell);
  });
  return table([heading, ...rows], { width });
}
