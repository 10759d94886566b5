import type { SummaryRequest } from "@tgmem/contracts";
import type { ListedChat, Memory } from "@tgmem/memory";
import type { NewJob, Producer } from "@tgmem/queue";

export interface IdleSummariesDeps {
  readonly memory: Pick<Memory, "chats">;
  readonly summaries: Producer<SummaryRequest>;
  readonly now?: () => number;
}

const pageSize = 500;

/**
 * Requests a summary for every chat that has been silent for `idleMs` and still has turns that no summary covers: too few
 * of them make no commit due, and they would end with the chat's time in the store. Resolves with how many were
 * requested. Repeating it makes the same requests.
 */
export async function requestIdleSummaries(
  { memory, summaries, now = Date.now }: IdleSummariesDeps,
  { idleMs, signal }: { readonly idleMs: number; readonly signal: AbortSignal },
): Promise<number> {
  const latestMs = now() - idleMs;
  let requested = 0;
  let cursor: string | undefined;
  for (;;) {
    const page = await memory.chats({ limit: pageSize, cursor, signal });
    const idle = page.chats.filter((one) => one.pending > 0 && (one.lastAtMs ?? 0) <= latestMs);
    if (idle.length > 0) await summaries.push(idle.map(requestOf));
    requested += idle.length;
    if (page.cursor === null) return requested;
    ({ cursor } = page);
  }
}

const requestOf = ({ chat, lastAtMs }: ListedChat): NewJob<SummaryRequest> => ({
  id: `idle:${chat}:${lastAtMs}`,
  lane: chat,
  body: { v: 1, chatId: chat },
});
