import type { Redis } from "ioredis";
import { claimChain, claimOne } from "./claimer.ts";
import type { ClaimerChild } from "./claimer-child.ts";
import { batches, batchSize } from "./load.ts";
import { type Measured, measure } from "./measure.ts";
import { jobOf, openQueue, type OurQueue } from "./peers/ours.ts";
import type { Place } from "./peers/peer.ts";
import { PassingTaker } from "./taker.ts";
import { Tally } from "./tally.ts";

export interface HandOffRun {
  readonly redis: Redis;
  readonly place: Place;
  readonly jobs: number;
}

const lanes = 1_000;
/** Jobs of a lane where a claimer goes on with `next`. */
const chain = 20;

async function fill({ queue }: OurQueue, jobs: number, laneCount: number): Promise<void> {
  for (const some of batches(0, jobs, batchSize))
    await queue.push(some.map((body) => jobOf(body, laneCount)));
}

/** Takes by one handle and claims by another one, both in this process. */
export async function handOff({ redis, place, jobs }: HandOffRun): Promise<Measured> {
  return inOneProcess({ redis, place, jobs }, { laneCount: lanes, work: claimOne });
}

/** A claim a lane, and `next` for all jobs behind it. */
export async function chains({ redis, place, jobs }: HandOffRun): Promise<Measured> {
  return inOneProcess({ redis, place, jobs }, { laneCount: jobs / chain, work: claimChain });
}

async function inOneProcess(
  { redis, place, jobs }: HandOffRun,
  { laneCount, work }: { readonly laneCount: number; readonly work: typeof claimOne },
): Promise<Measured> {
  const tally = new Tally(jobs);
  const [takes, claims] = [0, 1].map(() => openQueue(place, { name: "bench", handOff: true }));
  if (!takes || !claims) throw new Error("There is no queue.");
  await fill(takes, jobs, laneCount);
  const taker = new PassingTaker(takes);
  const handled = (n: number) => tally.count(n);
  const run = () =>
    taker.run(
      (taken) => {
        for (const job of taken) void work(claims, job, handled).then(() => taker.done(1));
      },
      { signal: tally.full },
    );
  const measured = await measure(redis, { jobs, run });
  await Promise.all([takes.close(), claims.close()]);
  tally.check("hand-off");
  return measured;
}

/** The claimer is another process, which hears of jobs, and tells that they are done, over a pipe. */
export async function handOffToProcess(
  { redis, place, jobs }: HandOffRun,
  claimer: ClaimerChild,
): Promise<Measured> {
  const tally = new Tally(jobs);
  const takes = openQueue(place, { name: "bench", handOff: true });
  await fill(takes, jobs, lanes);
  await claimer.open(place, "bench");
  const taker = new PassingTaker(takes);
  claimer.onDone = (numbers) => {
    for (const n of numbers) tally.count(n);
    taker.done(numbers.length);
  };
  const run = () => taker.run((taken) => claimer.pass(taken), { signal: tally.full });
  const measured = await measure(redis, { jobs, run, elsewhereUs: () => claimer.cpuUs() });
  await Promise.all([takes.close(), claimer.close()]);
  tally.check("hand-off to another process");
  return measured;
}
