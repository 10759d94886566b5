import type { Queue } from "@tgmem/queue";
import { table } from "./table.ts";

/** Makes a table for the terminal of how much waits where, and for how long. */
export async function queueDepths(
  queues: readonly { readonly name: string; readonly queue: Pick<Queue<unknown>, "stats"> }[],
): Promise<string> {
  const heading = [
    "queue",
    "jobs",
    "chats in flight",
    "chats waiting",
    "chats ready",
    "chats paused",
    "dead letters",
    "oldest",
  ];
  const rows = await Promise.all(
    queues.map(async ({ name, queue }) => {
      const { depth, inFlight, waiting, ready, paused, deadLetters, oldestMs } =
        await queue.stats();
      const counts = [depth, inFlight, waiting, ready, paused, deadLetters].map(String);
      return [name, ...counts, `${Math.round(oldestMs / 1_000)} s`];
    }),
  );
  return table([heading, ...rows]);
}
