import type { ChatMessage } from "./chat-model.ts";

/** What the messages of one call tell about the person: the two tiers of memory as a model sees them. */
export interface Remembered {
  /** Long-term memory: the text of the summary message. */
  readonly summary: string | null;
  /** Short-term memory: what the person said before, oldest first. */
  readonly said: readonly string[];
  /** What the person says now. */
  readonly now: string;
}

const delimited = [/<([a-z_-]+)[^>]*>\s*([\s\S]*?)\s*<\/\1>/iu, /("""|```|---)\s*([\s\S]*?)\s*\1/u];

/** Finds the summary in a system message: between delimiters, or below a line that ends in a colon. */
function bodyOf(content: string): string | null {
  for (const pattern of delimited) {
    const body = pattern.exec(content)?.[2];
    if (body) return body;
  }
  const heading = /^[^\n]*:[ \t]*\n+([\s\S]+)$/u.exec(content.trim());
  return heading?.[1]?.trim() ?? null;
}

/** Reads a prompt: system prompt, summary, earlier turns and the new text, in this order. */
export function rememberedIn(messages: readonly ChatMessage[]): Remembered {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const users = messages.filter(({ role }) => role === "user").map(({ content }) => content.trim());
  const last = system.at(-1);
  const body = last === undefined ? null : bodyOf(last);
  return {
    summary: body ?? (system.length > 1 ? (last ?? null) : null),
    said: users.slice(0, -1).filter((text) => text !== ""),
    now: users.at(-1) ?? "",
  };
}
