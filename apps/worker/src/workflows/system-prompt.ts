import type { InboundMessage } from "@tgmem/contracts";

/** The bot's character, unless an operator has written another one. It stays the same from call to call, so that providers can cache it. */
export const systemPrompt = `You are a friendly assistant in a Telegram chat, and you remember what was said in it.
Answer in the language of the last message, plainly and briefly; use short Markdown only where it helps.
Use what you remember when it matters, without announcing it. If you do not know something, say so.`;

const maxNameLength = 64;

/** The bot's character, and where it is: with whom in private, or in which group. It changes with those alone. */
export function systemPromptFor(
  { chat, speaker }: Pick<InboundMessage, "chat" | "speaker">,
  persona: string = systemPrompt,
): string {
  if (chat?.kind === "group") {
    const called = chat.title === undefined ? "" : ` called “${quoted(chat.title)}”`;
    return `${persona}\nYou are in a group${called}, in which several people write.`;
  }
  if (chat?.kind === "private" && speaker !== undefined)
    return `${persona}\nYou are in a private chat with “${quoted(speaker)}”.`;
  return persona;
}

/** A name that people have chosen themselves must neither end its quotation marks nor begin a line of the prompt. */
const quoted = (name: string) =>
  name
    .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
    .replaceAll(/[“”"<>[\]]/gu, "")
    .trim()
    .slice(0, maxNameLength)
    .toWellFormed();
