import { Queue, Worker } from "bullmq";
import { aborted } from "../tally.ts";
import { type Body, inFlight } from "../load.ts";
import type { OpenPeer } from "./peer.ts";

const optionsOf = ({ n }: Body) => ({ jobId: `j-${n}`, removeOnComplete: true });

export const openBullmq: OpenPeer = async (place, name) => {
  const connection = { ...place, maxRetriesPerRequest: null };
  const queue = new Queue<Body>(name, { connection });
  await queue.waitUntilReady();
  return {
    add: (body) => queue.add("job", body, optionsOf(body)),
    addAll: (bodies) =>
      queue.addBulk(bodies.map((body) => ({ name: "job", data: body, opts: optionsOf(body) }))),
    async handle(work, { signal }) {
      const worker = new Worker<Body>(name, ({ data }) => work(data), {
        connection,
        concurrency: inFlight,
      });
      await aborted(signal);
      await worker.close();
    },
    close: () => queue.close(),
  };
};
