import { expect, it } from "vitest";
import type { Queue } from "../queue.ts";
import { type ContractBody, queueContract } from "../testing/index.ts";
import { inMemoryQueue } from "./in-memory-queue.ts";

const queues = new Map<string, Queue<ContractBody>>();

const contract = queueContract({
  async create(options) {
    const queue = queues.get(options.name) ?? inMemoryQueue(options);
    queues.set(options.name, queue);
    return queue;
  },
  destroy: async (name) => void queues.delete(name),
});

for (const { title, run } of contract) it(title, run);

it("remembers an alias for the whole window of the job that named it last, and nothing longer", async () => {
  let now = 0;
  const queue = inMemoryQueue({
    name: "q",
    schema: { parse: String },
    dedupeMs: 10,
    now: () => now,
  });
  const push = (id: string, ...aliases: string[]) =>
    queue.push([{ id, lane: "a", body: "text", aliases }]);
  await push("1");
  await push("2");
  now = 5;
  await push("3", "1");
  now = 10;
  expect(await push("1")).toEqual(["1"]);
  expect(await push("2")).toEqual([]);
  now = 15;
  expect(await push("1")).toEqual([]);
});
