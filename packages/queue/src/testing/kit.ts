import assert from "node:assert/strict";
import type { Job, NewJob, Queue, QueueOptions, QueueStats } from "../queue.ts";

/** The body of the jobs that the contract pushes. */
export interface Body {
  readonly text: string;
}

/** Its error looks like zod's, and quotes the body as a careless schema does. */
export const bodySchema: { parse(value: unknown): Body } = {
  parse(value) {
    if (typeof value === "object" && value && "text" in value && typeof value.text === "string")
      return { text: value.text };
    const issues = [{ code: "invalid_type", message: `not a body: ${JSON.stringify(value)}` }];
    throw Object.assign(new Error(JSON.stringify(issues)), { issues });
  },
};

export interface OpenOptions extends Partial<Omit<QueueOptions<Body>, "name">> {
  readonly realTime?: boolean;
}

interface Kit {
  /** A handle on the case's own queue: maxAttempts 3, and the clock of the case unless it runs in real time. */
  readonly open: (options?: OpenOptions) => Promise<Queue<Body>>;
  readonly clock: { now: number };
}

/** Title → check. */
export type Cases = Readonly<Record<string, (kit: Kit) => Promise<void>>>;

export const same: typeof assert.deepEqual = assert.deepEqual;

export const job = (lane: string, id: string): NewJob<Body> => ({
  lane,
  id,
  body: { text: `text of ${id}` },
});

/** Jobs `<lane>1`, `<lane>2`, … of one lane. */
export const jobs = (lane: string, count: number): NewJob<Body>[] =>
  Array.from({ length: count }, (_, index) => job(lane, `${lane}${index + 1}`));

/** A job whose body does not fit the schema. */
export function badJob(
  lane: string,
  id: string,
  body: unknown = { secret: "a word" },
): NewJob<Body> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a producer of another version
  return { lane, id, body: body as Body };
}

export const ids = (taken: readonly { readonly id: string }[]): string[] =>
  taken.map(({ id }) => id);
export const receipts = (taken: readonly Job<Body>[]): string[] =>
  taken.map(({ receipt }) => receipt);

/** How many jobs and lanes there are, whatever their age. */
export async function counts(
  queue: Queue<Body>,
): Promise<Omit<QueueStats, "oldestMs" | "paused" | "isPaused">> {
  const { oldestMs: _, paused: _paused, isPaused: _isPaused, ...counted } = await queue.stats();
  return counted;
}

/** What there is now, without a wait. */
export const takeNow = (
  queue: Queue<Body>,
  max = 10,
  leaseMs = 100,
): Promise<readonly Job<Body>[]> => queue.take({ max, leaseMs, waitMs: 0 });

export async function takeOne(queue: Queue<Body>, leaseMs = 100): Promise<Job<Body>> {
  const [first] = await takeNow(queue, 1, leaseMs);
  assert.ok(first, "a take finds a job");
  return first;
}

export async function claimed(
  queue: Queue<Body>,
  lane: string,
  id: string,
  leaseMs = 100,
): Promise<Job<Body>> {
  const claim = await queue.claim(lane, id, { leaseMs });
  assert.ok(claim, `the claim of ${id} gets the job`);
  return claim;
}

export async function rejectsWith(code: string, work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => assert.fail(`expected a failure with the code ${code}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error && "code" in error, "the failure is an error with a code");
  assert.equal(error.code, code);
  return error;
}
