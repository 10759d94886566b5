import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";

/** A person whose turns wait to be folded into the summary. The turns stay in the memory store. */
export const SummaryRequest = z.object({
  v: z.literal(1),
  userId: TelegramId,
  /**
   * The request that is to be finished: the person asked to be forgotten, and the archive could not be erased at once:
   * do that, and only that.
   */
  forget: z.object({ requestId: z.string().min(1) }).optional(),
});
export type SummaryRequest = z.infer<typeof SummaryRequest>;
