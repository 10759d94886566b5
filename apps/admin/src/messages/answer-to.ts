import { on } from "node:events";
import { OperatorAnswer, operatorChannel } from "@tgmem/contracts";
import type { Memory } from "@tgmem/memory";
import { jsonOf } from "../files/json-of.ts";
import type { System } from "../system/open-system.ts";

export interface AnswerOptions {
  readonly redis: Pick<System["redis"], "duplicate">;
  readonly memory: Pick<Memory, "open">;
  readonly chat: string;
  /** Puts the message on its list; resolves with its id. */
  readonly ask: () => Promise<string>;
  readonly timeoutMs: number;
  /** Hears what is said meanwhile: that the answer is late. */
  readonly onNotice: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Asks, and waits for the answer as the person would read it; undefined = none came in time. Rejects when nobody waits any more. */
export async function answerTo(options: AnswerOptions): Promise<string | undefined> {
  const { redis, memory, chat, ask, timeoutMs, onNotice, signal } = options;
  const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const listener = redis.duplicate();
  listener.on("error", () => {});
  const messages = on(listener, "message", { signal: ended });
  try {
    await listener.subscribe(operatorChannel);
    const id = await ask();
    const told = await firstOf(messages, id, onNotice).catch((error: unknown) => {
      if (!ended.aborted) throw error;
    });
    signal.throwIfAborted();
    // What a worker tells is lost with it, and memory has the answer.
    return told ?? (await memory.open(chat, { turnId: id })).replay;
  } finally {
    listener.disconnect();
  }
}

async function firstOf(
  messages: AsyncIterable<readonly unknown[]>,
  id: string,
  onNotice: (text: string) => void,
): Promise<string | undefined> {
  for await (const [, message] of messages) {
    const { data } = OperatorAnswer.safeParse(jsonOf(String(message)));
    if (data?.id === `late:${id}`) onNotice(data.text);
    else if (data?.id === id || data?.id.endsWith(`:${id}`)) return data.text;
  }
  return undefined;
}
