import BeeQueue from "bee-queue";
import { aborted } from "../tally.ts";
import { type Body, inFlight } from "../load.ts";
import type { OpenPeer } from "./peer.ts";

/** As fast as it can be: no events, no delayed jobs, nothing kept of what is done. */
const settings = {
  getEvents: false,
  sendEvents: false,
  storeJobs: false,
  activateDelayedJobs: false,
  removeOnSuccess: true,
};

export const openBeeQueue: OpenPeer = async (redis, name) => {
  const queue = new BeeQueue<Body>(name, { ...settings, redis, isWorker: false });
  await queue.ready();
  const jobOf = (body: Body) => queue.createJob(body).setId(`j${body.n}`);
  return {
    add: (body) => jobOf(body).save(),
    addAll: (bodies) => queue.saveAll(bodies.map(jobOf)),
    async handle(work, { signal }) {
      const worker = new BeeQueue<Body>(name, { ...settings, redis });
      await worker.ready();
      worker.process(inFlight, ({ data }) => work(data));
      await aborted(signal);
      await worker.close();
    },
    close: () => queue.close(),
  };
};
