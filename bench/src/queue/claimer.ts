import type { OurQueue } from "./peers/ours.ts";

const leaseMs = 20_000;

export interface JobName {
  readonly lane: string;
  readonly id: string;
}

/** Claims a job and settles it. */
export async function claimOne(
  { queue }: OurQueue,
  { lane, id }: JobName,
  handled: (n: number) => void,
): Promise<void> {
  const job = await queue.claim(lane, id, { leaseMs });
  if (!job) return;
  await queue.settle([job.receipt]);
  handled(job.body.n);
}

/** Claims a job and goes on with its lane to the end. */
export async function claimChain(
  { queue }: OurQueue,
  { lane, id }: JobName,
  handled: (n: number) => void,
): Promise<void> {
  let job = await queue.claim(lane, id, { leaseMs });
  while (job) {
    const { n } = job.body;
    ({ job } = await queue.next(job.receipt, { leaseMs }));
    handled(n);
  }
}
