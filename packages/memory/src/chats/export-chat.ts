import type { ExportedTurn, MemoryExport } from "../chats.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import type { Turn } from "../turn.ts";
import type { WaitOptions } from "../wait-options.ts";
import { inOrderOfBeginning } from "../turns/began.ts";
import type { ChatContext } from "./chat-context.ts";

/** Gives all that is remembered of a chat, without what only this memory can use: numbers, ids and epochs. */
export async function exportChat(
  { chat, recall, read, now }: ChatContext,
  { earlier: wantsEarlier = true, ...wait }: WaitOptions & { readonly earlier?: boolean },
): Promise<MemoryExport> {
  const { summary, watermark, turns, usage } = await read(wait);
  const kept = turns.filter(({ undone }) => !undone);
  const earlier =
    recall && wantsEarlier ? await earlierTurns(recall, chat, { turns, ...wait }) : null;
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
    ...(earlier && { earlier }),
    usage,
  };
}

/** Gives the turns that have left the window. */
async function earlierTurns(
  recall: RecallIndex,
  chat: string,
  { turns, signal }: WaitOptions & { readonly turns: readonly Turn[] },
): Promise<readonly ExportedTurn[]> {
  const kept = new Set(turns.map(({ turnId }) => turnId));
  const earlier: ExportedTurn[] = [];
  for await (const part of recall.turns(chat, { signal }))
    for (const { turnId, atMs: saidAtMs, user, assistant, speaker } of part)
      if (!kept.has(turnId))
        earlier.push({ saidAtMs, user, assistant, ...(speaker && { speaker }), covered: true });
  return earlier;
}
