import { modelSummarizer, type ChatModel } from "@tgmem/llm";
import { createMemory } from "@tgmem/memory";
import { openSqlite, sqliteArchive, sqliteStore } from "@tgmem/memory/sqlite";
import { Bot, type ApiClientOptions, type Context } from "grammy";

/** What the bot needs. */
export interface BotOptions {
  /** What BotFather gave you. */
  readonly token: string;
  /** `openaiChatModel` of `@tgmem/llm/openai`, for example. */
  readonly model: ChatModel;
  /** The path of the file that keeps the memory. */
  readonly file: string;
  /** How to reach Telegram, if not directly. */
  readonly client?: ApiClientOptions;
}

/** Makes a bot that remembers its chats. `bot.start()` runs it; so does a web-hook. */
export function createBot({ token, model, file, client = {} }: BotOptions): Bot {
  const db = openSqlite(file);
  const summarizer = modelSummarizer(model);
  const memory = createMemory({ store: sqliteStore(db), archive: sqliteArchive(db), summarizer });
  const bot = new Bot(token, { client });

  bot.command("forget", async (ctx) => {
    if (ctx.chat.type !== "private" && !(await isAdministrator(ctx))) return;
    const { tiers } = await memory.chat(`${ctx.chat.id}`).forget({ requestId: `${ctx.msgId}` });
    const forgotten = tiers.every(({ status }) => status === "erased");
    await ctx.reply(forgotten ? "Forgotten." : "Not everything yet: please ask again.");
  });

  bot.on("message:text", async (ctx) => {
    const chat = `${ctx.chat.id}`;
    await memory.inOrder(chat, async () => {
      const { text } = ctx.msg;
      // Where several people write, the model has to know who does.
      const speaker = { id: `${ctx.from.id}`, name: ctx.from.first_name };
      const group = ctx.chat.type === "private" ? {} : { speaker };
      const turn = await memory.open(chat, { turnId: `${ctx.msgId}`, ...group });
      const answer = turn.replay ?? (await model.complete(turn.prompt(text))).text;
      const done = await turn.commit({ user: text, assistant: answer });
      await ctx.reply(done.answer);
      // In the background: nobody waits for a summary, and one that is lost is due again.
      if (done.due) void memory.summarize(chat);
    });
  });

  return bot;
}

/** Asks Telegram whether the writer may decide about the memory of a group, which is everybody's. */
async function isAdministrator(ctx: Context): Promise<boolean> {
  const { status } = await ctx.getAuthor();
  return status === "creator" || status === "administrator";
}
