import type { FlushResult, SummarizeResult } from "../summarizing.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { ListedChat } from "../store.ts";

const none: FlushResult = {
  applied: 0,
  nothing: 0,
  conflict: 0,
  rejected: 0,
  forgotten: 0,
  deferred: 0,
  failed: 0,
};

/** Summarizes these chats, one after another. */
export async function flushIdle(
  idle: AsyncIterable<readonly ListedChat[]>,
  {
    summarize,
    signal,
  }: WaitOptions & {
    readonly summarize: (chat: string, options: WaitOptions) => Promise<SummarizeResult>;
  },
): Promise<FlushResult> {
  const flushed = { ...none };
  for await (const chats of idle)
    for (const { chat } of chats) {
      signal?.throwIfAborted();
      flushed[(await summarize(chat, { signal })).status]++;
    }
  return flushed;
}
