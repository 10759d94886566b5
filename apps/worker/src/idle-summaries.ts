import type { SummaryRequest } from "@tgmem/contracts";
import type { ListedChat, Memory } from "@tgmem/memory";
import type { NewJob, Producer } from "@tgmem/queue";

export interface IdleSummariesDeps {
  readonly memory: Pick<Memory, "idleChats">;
  readonly summaries: Producer<SummaryRequest>;
}

/**
 * Requests a summary for every chat that has been silent for `idleMs` and still has turns that no summary covers: too few
 * of them make no commit due, and they would end with the chat's time in the store. Resolves with how many were
 * requested. Repeating it makes the same requests.
 */
export async function requestIdleSummaries(
  { memory, summaries }: IdleSummariesDeps,
  options: { readonly idleMs: number; readonly signal: AbortSignal },
): Promise<number> {
  let requested = 0;
  for await (const chats of memory.idleChats(options)) {
    await summaries.push(chats.map(requestOf));
    requested += chats.length;
  }
  return requested;
}

const requestOf = ({ chat, lastAtMs }: ListedChat): NewJob<SummaryRequest> => ({
  id: `idle:${chat}:${lastAtMs}`,
  lane: chat,
  body: { v: 1, chatId: chat },
});
