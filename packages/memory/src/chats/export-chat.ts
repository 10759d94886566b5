import type { MemoryExport } from "../chats.ts";
import type { WaitOptions } from "../wait-options.ts";
import { inOrderOfBeginning } from "../turns/began.ts";
import type { ChatContext } from "./chat-context.ts";

/** Gives all that is remembered of a chat, without what only this memory can use: numbers, ids and epochs. */
export async function exportChat(
  { chat, read, now }: ChatContext,
  wait: WaitOptions,
): Promise<MemoryExport> {
  const { summary, watermark, turns, usage } = await read(wait);
  const kept = turns.filter(({ undone }) => !undone);
  return {
    v: 1,
    chat,
    exportedAtMs: now(),
    summary,
    turns: inOrderOfBeginning(kept).map(({ seq, atMs, began, user, assistant, speaker, cut }) => ({
      saidAtMs: began?.atMs ?? atMs,
      user,
      assistant,
      ...(speaker && { speaker }),
      ...(cut && { cut }),
      covered: seq <= watermark,
    })),
    usage,
  };
}
