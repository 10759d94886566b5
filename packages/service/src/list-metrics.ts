import type { Metrics, Sample } from "./metrics.ts";

/** How much waits on a list, as its queue counts it. */
interface ListStats {
  readonly depth: number;
  readonly inFlight: number;
  readonly deadLetters: number;
  readonly oldestMs: number;
}

/** A list that can be counted. It is asked once for all gauges, and not again within a second. */
interface CountedList {
  readonly list: string;
  readonly queue: { stats(): Promise<ListStats> };
}

/** Measures how much waits on lists, for how long, and what finally failed. Of a list that does not answer there is no figure. */
export function measureLists(metrics: Metrics, lists: readonly CountedList[]): void {
  const counted = lists.map(({ list, queue }) => ({ list, stats: recent(() => queue.stats()) }));
  const gauge = (name: string, help: string, figure: (stats: ListStats) => number) =>
    metrics.gauge(name, help, ["list"], async () => {
      const samples = await Promise.all(
        counted.map(({ list, stats }) =>
          stats().then(
            (figures): Sample<"list">[] => [{ labels: { list }, value: figure(figures) }],
            () => [],
          ),
        ),
      );
      return samples.flat();
    });
  gauge("list_jobs", "Jobs that wait or are in flight", ({ depth }) => depth);
  gauge("list_in_flight", "Chats that are being worked on", ({ inFlight }) => inFlight);
  gauge("list_oldest_seconds", "Age of the oldest job", ({ oldestMs }) => oldestMs / 1_000);
  gauge("list_dead_letters", "Dead letters that are kept", ({ deadLetters }) => deadLetters);
}

const recentMs = 1_000;

/** Asks once for all who want to know within a second. */
function recent<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let askedAt = -Infinity;
  return () => {
    if (!answer || performance.now() - askedAt >= recentMs) {
      askedAt = performance.now();
      answer = ask();
    }
    return answer;
  };
}
