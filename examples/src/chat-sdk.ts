import { randomUUID } from "node:crypto";
import { createMemory } from "@tgmem/memory";
import { openSqlite, sqliteStore } from "@tgmem/memory/sqlite";
import { streamText, type LanguageModel } from "ai";
import { Chat, type ChatConfig, type Message, type Thread } from "chat";

/** What the bot needs, besides the options of the SDK. */
export interface BotOptions extends ChatConfig {
  readonly model: LanguageModel;
  /** The path of the file that keeps the memory. */
  readonly file: string;
}

/** Makes a bot that remembers its channels, private ones and others, on whatever platform they are. */
export function createBot({ model, file, ...options }: BotOptions) {
  const db = openSqlite(file);
  const memory = createMemory({ store: sqliteStore(db), systemPrompt: "Be kind and brief." });
  // Without a strategy the SDK drops what comes while it answers; the order is kept by `inOrder`.
  const bot = new Chat({ ...options, concurrency: "concurrent" });

  async function* answer({ channelId, isDM }: Thread, { id, text, author }: Message) {
    // Where several people write, the model has to know who does.
    const group = isDM ? {} : { speaker: { id: author.userId, name: author.fullName } };
    const turn = await memory.open(channelId, { turnId: id, ...group });
    const messages = turn.messages(text);
    const ask = () => pieces(streamText({ model, instructions: turn.system, messages }));
    yield* turn.stream(ask, { user: text });
  }

  async function reply(thread: Thread, message: Message): Promise<void> {
    await memory.inOrder(thread.channelId, () => thread.post(answer(thread, message)));
  }

  bot.onDirectMessage(reply);
  bot.onNewMention(reply);
  bot.onSlashCommand("/forget", async ({ adapter, channel }) => {
    // Elsewhere the memory is everybody's: decide who may.
    if (!adapter.isDM?.(channel.id)) return;
    await memory.chat(channel.id).forget({ requestId: randomUUID() });
    await channel.post("Forgotten.");
  });
  return bot;
}

/** Gives the text of an answer as it comes, and throws when the model fails: `textStream` would just end there. */
async function* pieces({ stream }: Pick<ReturnType<typeof streamText>, "stream">) {
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") yield part.text;
  }
}
