import type { ChatMessage } from "../chat-model.ts";

/** What the prompt of one call tells about the person: the two tiers of memory as a model sees them. */
export interface PromptContext {
  /** Long-term memory: the text of the summary message. Null = there is none. */
  readonly summary: string | null;
  /** Short-term memory: what the person said before, oldest first. */
  readonly said: readonly string[];
  /** What was said long ago and is quoted with the new text, oldest first. */
  readonly recalled: readonly string[];
  /** What the person says now. */
  readonly now: string;
}

const tagged = /<([a-z_-]+)[^>]*>\s*([\s\S]*?)\s*<\/\1>/iu;
const ownTags = new Set(["background", "memory", "summary"]);

/** Finds the text between tags or below a heading; a system message that comes alone counts only if its tag says so. */
function summaryIn(system: readonly string[]): string | null {
  const last = system.at(-1)?.trim() ?? "";
  const [, tag = "", body = ""] = tagged.exec(last) ?? [];
  if (system.length === 1) return ownTags.has(tag.toLowerCase()) ? body : null;
  const below = /^[^\n]*:[ \t]*\n+([\s\S]+)$/u.exec(last)?.[1];
  return body || below || last || null;
}

/** What a bot puts before the person's words, in tags: what they reply to, and what came with it. */
const aside = /^(?:<(quote|attachment)>[\s\S]*?<\/\1>\s*)+(?=\S)/iu;

/** What a memory quotes of long ago before the new text. */
const recalledBlock = /^<recalled>\n[^\n]*\n([\s\S]*?)\n<\/recalled>\s*/u;

/** Gives the sentences that people said, without the days and without the bot's own. */
const quotedIn = (block: string): readonly string[] =>
  block.split("\n").flatMap((line) => {
    const [, who, text] = /^([^:[\]]+): (.+)$/u.exec(line) ?? [];
    return text === undefined || who === "you" ? [] : [text];
  });

/** What a memory puts before the person's words: when they were said, and by whom. */
const stamp = /^\[\p{L}+ \d{4}-\d\d-\d\d \d\d:\d\d[^\]\n]*\]\s*/u;

/** Reads a prompt: system prompt, summary, earlier turns and the new text, in this order. */
export function promptContext(messages: readonly ChatMessage[]): PromptContext {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const texts = messages.filter(({ role }) => role === "user").map(({ content }) => content.trim());
  const [, block = ""] = recalledBlock.exec(texts.at(-1) ?? "") ?? [];
  const users = texts.map((text) => text.replace(recalledBlock, "").replace(stamp, ""));
  return {
    summary: summaryIn(system),
    said: users.slice(0, -1).filter((text) => text !== ""),
    recalled: quotedIn(block),
    now: (users.at(-1) ?? "").replace(aside, ""),
  };
}
