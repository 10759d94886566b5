import { Argument, type Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";

/** `tgmem login`: writes a session file. */
export function login(program: Command, { env, print, note, end }: Terminal): void {
  leaf(
    program,
    "login",
    "log in to Telegram (token, phone, or a session string), write the session file",
  )
    .addArgument(
      new Argument("<app>", "whose log-in it is").choices(["receiver", "sender"] as const),
    )
    .action(async (app, { json = false }) => {
      const { loginCommand } = await import("../login/login-command.ts");
      const account = await loginCommand(app, { env, print: json ? note : print });
      if (json) print(JSON.stringify(account));
      end(0);
    });
}
