import { z } from "zod";
import { onOrOff, wholeNumber } from "./kinds.ts";

/** How the receiver puts messages together. */
export const receivingVariables = {
  MERGE_WINDOW_MS: wholeNumber(
    "ms in which short messages of one person that follow each other are answered as one; 0 = each by itself",
    { min: 0, max: 10_000, fallback: 1_200 },
  ),
  LIMIT_WAITING_MESSAGES: wholeNumber(
    "messages of one person that may wait for an answer; more are refused with one sentence; 0 = any",
    { min: 0, max: 1_000, fallback: 50 },
  ),
  ANSWER_BOTS: z
    .string()
    .regex(/^[\d\s,]*$/, "expected ids of bots, separated by commas or spaces")
    .default("")
    .transform((ids): ReadonlySet<string> => new Set(ids.split(/[\s,]+/).filter(Boolean)))
    .meta({ description: "ids of bots that are answered, by commas or spaces; others are not" }),
};

/** How fast the sender writes. */
export const sendingVariables = {
  SEND_PER_SECOND: wholeNumber("messages in a second, to all chats together", {
    min: 1,
    max: 1_000,
    fallback: 30,
  }),
  SEND_CHAT_INTERVAL_MS: wholeNumber(
    "time between two messages to one chat, in ms, after a few at once; 0 = no limit, not even in groups",
    { min: 0, max: 60_000, fallback: 1_000 },
  ),
};

/** Whether people see an answer while it is written: asked by the worker, which tells of it, and by the sender, which shows it. */
export const streamingVariables = {
  STREAM_ANSWERS: onOrOff(
    "whether an answer grows in the chat while it is written: on or off",
    "on",
  ),
};
