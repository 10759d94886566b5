import { expect, it } from "vitest";
import { measureLists } from "./list-metrics.ts";
import { createMetrics } from "./metrics.ts";

const figures = async (metrics: { text(): Promise<string> }) =>
  (await metrics.text()).split("\n").filter((line) => line.startsWith("tgmem_"));
const stats = { depth: 3, inFlight: 1, deadLetters: 2, oldestMs: 1_500 };

it("shows how much waits on each list, and asks each once for all of it", async () => {
  const metrics = createMetrics("test");
  let asked = 0;
  measureLists(metrics, [
    { list: "inbound", queue: { stats: async () => (asked++, stats) } },
    { list: "summaries", queue: { stats: async () => ({ ...stats, depth: 0 }) } },
  ]);
  expect(await figures(metrics)).toEqual([
    'tgmem_test_list_jobs{list="inbound"} 3',
    'tgmem_test_list_jobs{list="summaries"} 0',
    'tgmem_test_list_in_flight{list="inbound"} 1',
    'tgmem_test_list_in_flight{list="summaries"} 1',
    'tgmem_test_list_oldest_seconds{list="inbound"} 1.5',
    'tgmem_test_list_oldest_seconds{list="summaries"} 1.5',
    'tgmem_test_list_dead_letters{list="inbound"} 2',
    'tgmem_test_list_dead_letters{list="summaries"} 2',
  ]);
  expect(asked).toBe(1);
});

it("shows no figure of what does not answer, and not the one before", async () => {
  const metrics = createMetrics("test");
  let isAway = false;
  const look = async () => {
    if (isAway) throw new Error("away");
    return 7;
  };
  metrics.gauge("plain", "Plain", [], async () => [{ value: await look() }]);
  metrics.gauge("labelled", "Labelled", ["of"], async () => [
    { labels: { of: "a" }, value: await look() },
  ]);
  expect(await figures(metrics)).toEqual(["tgmem_test_plain 7", 'tgmem_test_labelled{of="a"} 7']);
  isAway = true;
  expect(await figures(metrics)).toEqual([]);
});

it("gives up on a measure that hangs, and shows the rest", async () => {
  const metrics = createMetrics("test");
  metrics.gauge("hangs", "Hangs", [], () => new Promise<never>(() => {}));
  metrics.gauge("answers", "Answers", [], async () => [{ value: 1 }]);
  expect(await figures(metrics)).toEqual(["tgmem_test_answers 1"]);
});
