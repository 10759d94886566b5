import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { coerceMessageLikeToMessage } from "@langchain/core/messages";
import { createMemory, type ChatMessage } from "@tgmem/memory";
import { openSqlite, sqliteStore } from "@tgmem/memory/sqlite";

/** What the chat needs. */
export interface ChatOptions {
  readonly model: BaseChatModel;
  /** The path of the file that keeps the memory. */
  readonly file: string;
}

/** Makes a chat that remembers. */
export function createChat({ model, file }: ChatOptions) {
  const db = openSqlite(file);
  const memory = createMemory({ store: sqliteStore(db), systemPrompt: "Be kind and brief." });

  return {
    answer: (chat: string, messageId: string, text: string): Promise<string> =>
      memory.inOrder(chat, async () => {
        const turn = await memory.open(chat, { turnId: messageId });
        if (turn.replay !== undefined) return turn.replay;
        const answer = await model.invoke(turn.prompt(text).map(toMessage));
        const done = await turn.commit({ user: text, assistant: answer.text });
        return done.answer;
      }),

    forget: (chat: string, requestId: string) => memory.chat(chat).forget({ requestId }),
  };
}

const toMessage = ({ role, content }: ChatMessage) => coerceMessageLikeToMessage([role, content]);
