import { it } from "vitest";
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
