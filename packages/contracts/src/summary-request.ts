import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";

/** A person whose turns wait to be folded into the summary. The turns stay in the memory store. */
export const SummaryRequest = z.object({ v: z.literal(1), userId: TelegramId });
export type SummaryRequest = z.infer<typeof SummaryRequest>;
