import { z } from "zod";
import { InboundMessage } from "./inbound.ts";
import { OutboundMessage } from "./outbound.ts";
import { SummaryRequest } from "./summary-request.ts";

// The options of each list, in one place: every process that uses a list must agree on them. A name is part of the
// Redis keys, so changing one orphans what waits in it.

/**
 * Whether a body is of a newer release, which counts `v` up where an older one would misread it. While a release is rolled
 * out, processes of both read the lists: what an older one does not know waits for a newer one, for an hour at most.
 */
const isNewer = (body: unknown): boolean => newerBody.safeParse(body).success;
const newerBody = z.object({ v: z.int().min(2) });

/** The list from the receiver to the worker, by way of the consumer. */
export const inboundQueue = {
  name: "inbound",
  schema: InboundMessage,
  isNewer,
  handOff: true,
  maxAttempts: 5,
  /** A spike waits in Redis, not in the engine. This is above the slots of all workers together. */
  maxInFlight: 1_000,
  maxDepth: 100_000,
};

/** The list from the worker to the sender. */
export const outboundQueue = {
  name: "outbound",
  schema: OutboundMessage,
  isNewer,
  maxAttempts: 10,
};

/** The list from worker to worker, of people whose turns wait for a summary. */
export const summariesQueue = {
  name: "summaries",
  schema: SummaryRequest,
  isNewer,
  handOff: true,
  /** Tries of a request that is a day old, and attempts that failed in us. */
  maxAttempts: 20,
  /** What waits for a slot waits in Redis: this is above the slots of all workers together. */
  maxInFlight: 100,
  /** Every commit asks anew while a summary is due; within this time they are one job, also while the archive is away. */
  dedupeMs: 600_000,
};
