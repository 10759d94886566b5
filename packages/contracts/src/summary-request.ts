import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";

/**
 * A chat whose turns wait to be folded into the summary. The turns stay in the memory store. Older requests call the
 * chat `userId`: they were made when a memory was a person's, which in private is the same id.
 */
export const SummaryRequest = z.preprocess(
  (body) =>
    isObject(body) && !("chatId" in body) && "userId" in body
      ? { ...body, chatId: body["userId"] }
      : body,
  z.object({
    v: z.literal(1),
    chatId: TelegramId,
    /**
     * The request that is to be finished: the person asked to be forgotten, and what reaches the archive late has to go,
     * too: do that, and only that.
     */
    forget: z
      .object({
        requestId: z.string().min(1),
        /** The time, in ms since 1970, at which to erase once more, when no summary can be on its way any more. */
        againAtMs: z.int().nonnegative().optional(),
      })
      .optional(),
  }),
);
export type SummaryRequest = z.infer<typeof SummaryRequest>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
