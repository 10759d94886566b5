import { openChat } from "./chat.ts";
import type { OpenShape } from "./shape.ts";
import { startModel } from "./model.ts";

/** The shape that the goals are about: nothing but the bot itself takes time in it. */
export const judged = "chat";

/** Everything that is a whole bot in one process, by its name in the table. */
export const shapes: Readonly<Record<string, OpenShape>> = {
  [judged]: (folder) => openChat(folder, {}),
  "chat, model over HTTP": async (folder) => {
    const model = await startModel();
    const bot = await openChat(folder, model.env);
    return {
      ask: (text, chat) => bot.ask(text, chat),
      async close() {
        await bot.close();
        await model.stop();
      },
    };
  },
};
