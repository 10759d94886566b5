import type { InboundMessage } from "@tgmem/contracts";
import type { OpenOptions } from "@tgmem/memory";
import { systemPromptFor } from "./system-prompt.ts";

/** What memory is told of a message when its turn is opened: who said it, when, and in which kind of chat. */
export const openingOf = (
  message: InboundMessage,
  persona?: string,
): Pick<OpenOptions, "systemPrompt" | "speaker" | "saidAtMs"> => ({
  systemPrompt: systemPromptFor(message, persona),
  saidAtMs: message.sentAtMs,
  ...(message.speaker === undefined
    ? {}
    : { speaker: { id: message.userId, name: message.speaker } }),
});
