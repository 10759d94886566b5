import { openBot } from "./bot.ts";
import { openChat } from "./chat.ts";
import { startModel } from "./model.ts";
import type { OpenShape } from "./shape.ts";

type Open = (folder: string, env: Readonly<Record<string, string>>) => ReturnType<OpenShape>;

const withModel =
  (open: Open): OpenShape =>
  async (folder) => {
    const model = await startModel();
    const bot = await open(folder, model.env);
    return {
      ...bot,
      async close() {
        await bot.close();
        await model.stop();
      },
    };
  };

/** What is said long ago is searched by a bench of its own. */
const nothingRecalled = { RECALL_WORDS: "0" };
const chat = "chat, nothing recalled";
const bot = "bot, nothing recalled";

/** What is wanted of the shapes in which nothing but the way of a message takes time. */
export const wanted: Readonly<
  Record<string, { readonly p50Ms?: number; readonly perSecond: number }>
> = {
  [chat]: { p50Ms: 5, perSecond: 1_000 },
  [bot]: { perSecond: 300 },
};

/** Everything that is a whole bot in one process, by its name in the table. */
export const shapes: Readonly<Record<string, OpenShape>> = {
  [chat]: (folder) => openChat(folder, nothingRecalled),
  chat: (folder) => openChat(folder, {}),
  "chat, model over HTTP": withModel(openChat),
  [bot]: (folder) => openBot(folder, nothingRecalled),
  bot: (folder) => openBot(folder, {}),
  "bot, model over HTTP": withModel(openBot),
};
