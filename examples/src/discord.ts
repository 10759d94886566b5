import { modelSummarizer, type ChatModel } from "@tgmem/llm";
import { createMemory } from "@tgmem/memory";
import { openSqlite, sqliteArchive, sqliteStore } from "@tgmem/memory/sqlite";

/** What is read of a message. Those of discord.js are such messages. */
export interface DiscordMessage {
  /** A snowflake, which is a text: a number would round it. */
  readonly id: string;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly content: string;
  readonly author: { readonly id: string; readonly bot: boolean; readonly displayName: string };
  /** What the writer may do in the server; null in a private channel. */
  readonly member: { readonly permissions: { has(name: "ManageMessages"): boolean } } | null;
  reply(text: string): Promise<unknown>;
}

/** What the bot needs. */
export interface BotOptions {
  /** `openaiChatModel` of `@tgmem/llm/openai`, for example. */
  readonly model: ChatModel;
  /** The path of the file that keeps the memory. */
  readonly file: string;
}

/** Makes what answers a message, in a private channel or one of a server: `client.on("messageCreate", createBot(…))`. */
export function createBot({ model, file }: BotOptions) {
  const db = openSqlite(file);
  const summarizer = modelSummarizer(model);
  const memory = createMemory({ store: sqliteStore(db), archive: sqliteArchive(db), summarizer });

  return async (message: DiscordMessage): Promise<void> => {
    const { id, guildId, channelId, content, author } = message;
    if (author.bot) return;
    if (content === "!forget") {
      // In a server the memory is everybody's.
      if (guildId !== null && !message.member?.permissions.has("ManageMessages")) return;
      const { tiers } = await memory.chat(channelId).forget({ requestId: id });
      const forgotten = tiers.every(({ status }) => status === "erased");
      await message.reply(forgotten ? "Forgotten." : "Not everything yet: please ask again.");
      return;
    }
    await memory.inOrder(channelId, async () => {
      // Where several people write, the model has to know who does.
      const speaker = { id: author.id, name: author.displayName };
      const group = guildId === null ? {} : { speaker };
      const turn = await memory.open(channelId, { turnId: id, ...group });
      const answer = turn.replay ?? (await model.complete(turn.prompt(content))).text;
      const done = await turn.commit({ user: content, assistant: answer });
      await message.reply(done.answer);
      // In the background: nobody waits for a summary, and one that is lost is due again.
      if (done.due) void memory.summarize(channelId);
    });
  };
}
