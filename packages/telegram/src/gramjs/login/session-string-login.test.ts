import { join } from "node:path";
import { TelegramClient } from "telegram";
import { LogLevel } from "telegram/extensions/Logger.js";
import { StringSession } from "telegram/sessions/index.js";
import { expect, it } from "vitest";
import { botAccount } from "@tgmem/telegram-test-server";
import { logIn } from "./log-in.ts";
import { gramjsOptions } from "@tgmem/telegram-test-server/gramjs";
import { wire } from "../wire.kit.ts";

const { server, connect, options, folder } = await wire();
const file = (name: string) => join(folder, name);
const other = await sessionOfGramjs();

/**
 * As another program has kept it. For GramJS the test server leaves out a zero byte at the beginning of a key, which one
 * in 256 has; with Telegram, GramJS never gets such a key.
 */
async function sessionOfGramjs(): Promise<string> {
  const session = new StringSession("");
  const client = new TelegramClient(session, 1, "hash", {
    connectionRetries: 5,
    ...gramjsOptions(server.endpoint),
  });
  client.setLogLevel(LogLevel.NONE);
  await client.start({ botAuthToken: botAccount.botToken });
  await client.destroy();
  return session.getAuthKey()?.getKey()?.length === 256 ? session.save() : sessionOfGramjs();
}

it("goes on with the log-in of another GramJS program", async () => {
  const sessionFile = file("imported");
  const account = await logIn(options({ sessionFile }), { session: other });
  expect(account).toMatchObject({ id: "999", isBot: true });
  // A person's log-in needs no token, and so does an imported one.
  const port = await connect({ sessionFile }, "user");
  expect(port.account).toEqual(account);
});

it("says that a session string is of no more use, and lets another one follow", async () => {
  const sessionFile = file("second try");
  const bytes = Buffer.from(other.slice(1), "base64");
  const unknown = `1${bytes.fill(7, bytes.length - 256).toString("base64")}`;
  await expect(logIn(options({ sessionFile }), { session: unknown })).rejects.toMatchObject({
    code: "login_refused",
    message: expect.stringContaining("knows no log-in of this session string"),
  });
  expect(await logIn(options({ sessionFile }), { session: other })).toMatchObject({ id: "999" });
});

it("refuses the log-in that the other process has", async () => {
  await logIn(options({ sessionFile: file("receiver") }), { session: other });
  const text = { session: other, otherSessionFile: file("receiver") };
  await expect(logIn(options({ sessionFile: file("sender") }), text)).rejects.toMatchObject({
    code: "login_refused",
    message: expect.stringContaining("Telegram ends a log-in that two processes use"),
  });
});

it("explains a wrong API id, and an account that is banned", async () => {
  server.faults.call({ on: "help.getConfig", code: 400, text: "CONNECTION_API_ID_INVALID" });
  await expect(connect({ sessionFile: file("api id") })).rejects.toMatchObject({
    code: "login_refused",
    message: expect.stringContaining("my.telegram.org"),
  });
  server.faults.call({ on: "updates.getState", code: 401, text: "USER_DEACTIVATED_BAN" });
  await expect(connect({ sessionFile: file("imported") })).rejects.toMatchObject({
    code: "account_stopped",
    message: expect.stringContaining("USER_DEACTIVATED_BAN"),
  });
});
