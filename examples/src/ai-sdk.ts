import { createMemory } from "@tgmem/memory";
import { redisStore } from "@tgmem/memory/redis";
import {
  createTextStreamResponse,
  isTextUIPart,
  streamText,
  type LanguageModel,
  type UIMessage,
} from "ai";
import type { Redis } from "ioredis";

/** What the chat needs. */
export interface ChatOptions {
  readonly model: LanguageModel;
  readonly redis: Redis;
}

/** Makes a chat for `useChat` (with a `TextStreamChatTransport`) that remembers each of its conversations. */
export function createChat({ model, redis }: ChatOptions) {
  const memory = createMemory({ store: redisStore(redis), systemPrompt: "Be kind and brief." });

  async function* answer(chat: string, turnId: string, text: string) {
    const turn = await memory.open(chat, { turnId });
    const messages = turn.messages(text);
    const ask = () => pieces(streamText({ model, instructions: turn.system, messages }));
    yield* turn.stream(ask, { user: text });
  }

  return {
    /**
     * Answers the last message of a request. Take the id of the chat from your session: whoever may choose it reads what
     * is remembered of others.
     */
    answer(chat: string, { id, parts }: UIMessage): Response {
      const text = parts
        .filter(isTextUIPart)
        .map((part) => part.text)
        .join("");
      const { readable, writable } = new TransformStream<string, string>();
      const work = () => ReadableStream.from(answer(chat, id, text)).pipeTo(writable);
      // Whoever reads the response hears of a failure; the next message is not concerned.
      void memory.inOrder(chat, work).catch(() => {});
      return createTextStreamResponse({ stream: readable });
    },

    /** Erases what is remembered. The id of the request makes it safe to repeat. */
    forget: (chat: string, requestId: string) => memory.chat(chat).forget({ requestId }),
  };
}

/** Gives the text of an answer as it comes, and throws when the model fails: `textStream` would just end there. */
async function* pieces({ stream }: Pick<ReturnType<typeof streamText>, "stream">) {
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") yield part.text;
  }
}
