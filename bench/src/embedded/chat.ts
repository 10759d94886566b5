import { openBot, setUp } from "@tgmem/chat";
import type { Shape } from "./shape.ts";

/** Makes the bot of `pnpm chat`: lists in memory, a SQLite file, and the offline model unless the variables name one. */
export async function openChat(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Shape> {
  const ready = await setUp(["--data", folder], env);
  if ("usage" in ready) throw new Error("The bot of the terminal only explained itself.");
  const bot = await openBot(ready);
  return {
    async ask(text, chat) {
      const { text: answer, failure } = await bot.ask(text, { chat });
      if (failure !== undefined || answer === "")
        throw new Error(`No answer: ${failure ?? "it is empty"}`);
    },
    async cpuMs() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
    close: () => bot.close(),
  };
}
