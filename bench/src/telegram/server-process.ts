import { botAccount, startTelegramServer, type TelegramServer } from "@tgmem/telegram-test-server";
import { mtcuteServerOptions } from "@tgmem/telegram-test-server/mtcute";
import type { ToServer } from "./messages.ts";

/** The people who write, as in a busy hour. */
const people = 20;

let server: TelegramServer | undefined;

process.on("message", (message: ToServer) => {
  void answer(message).then((value) => process.send?.(value));
});
process.once("disconnect", () => process.exit());

async function answer(message: ToServer): Promise<object> {
  if (message.do === "start") {
    server = await startTelegramServer(
      // What the two get wrong and right: see `padKey`.
      message.peer === "mtcute" ? mtcuteServerOptions() : {},
    );
    return { endpoint: server.endpoint, botToken: botAccount.botToken };
  }
  for (let number = message.from; number < message.from + message.count; number++)
    server?.say(String(1_000 + (number % people)), `message ${number}`);
  return {};
}
