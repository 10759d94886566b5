import { z } from "zod";
import { OutboundMessage } from "./outbound.ts";

/**
 * The channel on which workers tell the sender of answers while they are written. What is published is kept nowhere: who does
 * not listen at that moment misses it, and nobody relies on it.
 */
export const draftsChannel = "tgmem:drafts";

/** The text of an answer as far as it is written. */
export const Draft = z.object({
  v: z.literal(1),
  /** The id of the job that will bring the finished answer; its first part takes the place of what was shown. */
  id: z.string().min(1),
  /** What would be sent now; absent = nobody writes this answer any more, and what is not yet shown of it is not shown. */
  answer: OutboundMessage.optional(),
});
export type Draft = z.infer<typeof Draft>;
