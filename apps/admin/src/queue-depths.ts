import type { Queue } from "@tgmem/queue";

/** Makes a table for the terminal of how much waits where. */
export async function queueDepths(
  queues: readonly { readonly name: string; readonly queue: Pick<Queue<unknown>, "stats"> }[],
): Promise<string> {
  const rows = await Promise.all(
    queues.map(async ({ name, queue }) => {
      const { depth, inFlight, waiting, ready, deadLetters } = await queue.stats();
      return [name, depth, inFlight, waiting, ready, deadLetters].map(String);
    }),
  );
  const table = [
    ["queue", "jobs", "chats in flight", "chats waiting", "chats ready", "dead letters"],
    ...rows,
  ];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n")
    .concat("\n");
}
