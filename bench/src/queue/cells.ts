import { batches, batchSize, bodyOf, inFlight, spread } from "./load.ts";
import { type Measured, measure } from "./measure.ts";
import type { OpenPeer, Peer } from "./peers/peer.ts";
import type { HandOffRun } from "./hand-off.ts";
import { aborted, Tally } from "./tally.ts";

/** Enqueues one by one, `inFlight` at once, and then handles what waits. */
export async function oneByOne(
  openPeer: OpenPeer,
  { redis, place, jobs }: HandOffRun,
): Promise<{ readonly enqueue: Measured; readonly consume: Measured }> {
  const peer = await openPeer(place, "bench");
  const enqueue = await measure(redis, {
    jobs,
    run: () => spread(jobs, inFlight, (n) => peer.add(bodyOf(n))),
  });
  const tally = new Tally(jobs);
  let stopped: Promise<void> | undefined;
  const consume = await measure(redis, {
    jobs,
    run: async () => {
      stopped = peer.handle(async ({ n }) => tally.count(n), { signal: tally.full });
      await Promise.race([aborted(tally.full), stopped]);
    },
  });
  await stopped;
  await peer.close();
  tally.check("consume");
  return { enqueue, consume };
}

/** Enqueues `batchSize` jobs a call, one call after the other. */
export async function inBatches(
  openPeer: OpenPeer,
  { redis, place, jobs }: HandOffRun,
): Promise<Measured> {
  const peer = await openPeer(place, "bench");
  const measured = await measure(redis, { jobs, run: () => fill(peer, jobs) });
  await peer.close();
  return measured;
}

export async function fill(peer: Peer, jobs: number): Promise<void> {
  for (const some of batches(0, jobs, batchSize)) await peer.addAll(some);
}
