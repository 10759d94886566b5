import { z } from "zod";

/** How an answer came about, in times alone: for the sender's log and its metrics. */
export const Way = z.object({
  /** When the message was sent, or edited, in ms since 1970. */
  sentAtMs: z.int().nonnegative(),
  /** The time from its push on the inbound list to the run that answered it, in ms, with what failed runs took. */
  waitedMs: z.int().nonnegative(),
  /** How long that run worked on it, in ms. */
  workedMs: z.int().nonnegative(),
  /** How much of that the model took, in ms. */
  modelMs: z.int().nonnegative(),
});
export type Way = z.infer<typeof Way>;
