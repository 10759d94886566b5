import type { InboundMessage } from "@tgmem/contracts";
import type { OpenOptions } from "@tgmem/memory";
import { systemPromptFor } from "./system-prompt.ts";

/** What memory is told of a message when its turn is opened: what it asks, who said it, when, and in which kind of chat. */
export const openingOf = (
  message: InboundMessage,
  persona?: string,
): Pick<OpenOptions, "systemPrompt" | "text" | "speaker" | "saidAtMs"> => ({
  systemPrompt: systemPromptFor(message, persona),
  text: message.text,
  saidAtMs: message.sentAtMs,
  ...(message.speaker === undefined
    ? {}
    : { speaker: { id: message.userId, name: message.speaker } }),
});
