import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { botAccount, userAccount } from "@tgmem/telegram-test-server";
import { logIn } from "./log-in.ts";
import type { LoginQuestions } from "./user-login.ts";
import { soon, wire } from "../wire.kit.ts";

const otherBot = { id: "1000", botToken: "1000:other" };
const noPassword = { id: "887", phone: "+15550101", code: "54321" };
const { server, connect, listen, options, folder } = await wire({
  accounts: [botAccount, userAccount, otherBot, noPassword],
});
const file = (name: string) => join(folder, name);

const next = (list: string[]) => async () =>
  list.shift() ?? expect.unreachable("no answer is left");

const giveUp = async () => Promise.reject(new Error("Ctrl-C"));

/** Gives each answer in turn, and keeps what was explained. */
function person(answers: Record<"phone" | "code" | "password", string[]>) {
  const mistakes: string[] = [];
  const questions: LoginQuestions = {
    phone: next(answers.phone),
    code: next(answers.code),
    password: next(answers.password),
    mistake: (explanation) => mistakes.push(explanation),
  };
  return { questions, mistakes };
}

it("logs in as a bot by itself, and needs no log-in the second time", async () => {
  const first = await connect({ sessionFile: file("bot") });
  expect(first.account).toEqual({ id: "999", isBot: true, username: "test_bot" });
  await first.close();
  const before = server.calls.length;
  await connect({ sessionFile: file("bot") });
  expect(server.calls.slice(before)).toEqual([
    "help.getConfig",
    "updates.getState",
    "users.getUsers",
  ]);
});

it("keeps the session file to its owner", async () => {
  const sessionFile = join(folder, "new", "folder", "bot");
  await connect({ sessionFile });
  expect((await stat(sessionFile)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "new"))).mode & 0o777).toBe(0o700);
});

it("explains a bot token that Telegram does not know", async () => {
  const refused = connect({ sessionFile: file("wrong"), botToken: "1:wrong" });
  await expect(refused).rejects.toMatchObject({
    code: "login_refused",
    message: expect.stringContaining("@BotFather"),
  });
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining("wrong") });
});

it("refuses a session file of another bot", async () => {
  await connect({ sessionFile: file("mine") }).then((port) => port.close());
  await expect(
    connect({ sessionFile: file("mine"), botToken: otherBot.botToken }),
  ).rejects.toMatchObject({
    code: "session_invalid",
    message: expect.stringMatching(/belongs to the account 999, the bot token to 1000/),
  });
});

it("says that somebody has to log in when there is neither a log-in nor a token", async () => {
  await expect(connect({ sessionFile: file("nobody") }, "user")).rejects.toMatchObject({
    code: "not_logged_in",
    policy: "stop_account",
  });
});

it("logs in as a person, explains wrong answers and asks again", async () => {
  const { questions, mistakes } = person({
    phone: ["0", "+1 (555) 01-00"],
    code: ["00000", " 12345 "],
    password: ["wrong", userAccount.password],
  });
  const account = await logIn(options({ sessionFile: file("person") }), questions);
  expect(account).toEqual({ id: "888", isBot: false });
  expect(mistakes).toEqual([
    "That is no phone number: write it with its country code, for instance +4915112345678.",
    "That is not the code.",
    "That is not the password.",
  ]);
  const port = await connect({ sessionFile: file("person") }, "user");
  expect(port.account).toEqual(account);
});

it("asks for no password where there is none", async () => {
  const { questions } = person({
    phone: [noPassword.phone],
    code: [noPassword.code],
    password: [],
  });
  expect(await logIn(options({ sessionFile: file("plain") }), questions)).toMatchObject({
    id: "887",
  });
});

it("asks for a new code when the old one has expired", async () => {
  server.faults.call({ on: "auth.signIn", code: 400, text: "PHONE_CODE_EXPIRED" });
  const { questions, mistakes } = person({
    phone: [noPassword.phone, noPassword.phone],
    code: ["11111", noPassword.code],
    password: [],
  });
  expect(await logIn(options({ sessionFile: file("expired") }), questions)).toMatchObject({
    id: "887",
  });
  expect(mistakes).toHaveLength(1);
});

it("ends a log-in that cannot succeed", async () => {
  server.faults.call({ on: "auth.sendCode", code: 400, text: "PHONE_NUMBER_BANNED" });
  const { questions } = person({ phone: [noPassword.phone], code: [], password: [] });
  await expect(logIn(options({ sessionFile: file("banned") }), questions)).rejects.toMatchObject({
    code: "login_refused",
  });
});

it("ends when the person gives up, and lets the next one in", async () => {
  const sessionFile = file("given up");
  const { questions } = person({ phone: [], code: [], password: [] });
  await expect(logIn(options({ sessionFile }), { ...questions, phone: giveUp })).rejects.toThrow(
    "Ctrl-C",
  );
  const second = person({ phone: [noPassword.phone], code: [noPassword.code], password: [] });
  expect(await logIn(options({ sessionFile }), second.questions)).toMatchObject({ id: "887" });
});

it("receives what was written between the log-in and the first start", async () => {
  const sessionFile = file("early");
  await logIn(options({ sessionFile }), { botToken: botAccount.botToken });
  server.say("42", "early", { unheard: true });
  const { texts } = listen(await connect({ sessionFile }));
  await expect.poll(() => texts, soon).toEqual(["early"]);
});

it("gives up a start in time when Telegram cannot be reached, and lets the next process in", async () => {
  const sessionFile = file("unreachable");
  server.faults.refuse = true;
  await expect(connect({ sessionFile, startTimeoutMs: 200 })).rejects.toMatchObject({
    code: "timeout",
  });
  server.faults.refuse = false;
  await connect({ sessionFile });
});

it("gives up a start when its caller stops", async () => {
  server.faults.refuse = true;
  const signal = AbortSignal.abort();
  await expect(connect({ sessionFile: file("stopped"), signal })).rejects.toMatchObject({
    code: "aborted",
  });
  server.faults.refuse = false;
});

/** Telegram ends the log-in that asks next. */
const end = (text: string) =>
  server.faults.call({
    on: "updates.getState",
    code: text === "AUTH_KEY_DUPLICATED" ? 406 : 401,
    text,
  });
const answers = () => person({ phone: ["+15550101"], code: ["54321"], password: [] }).questions;
const flood = (seconds: number) =>
  server.faults.call({
    on: "auth.importBotAuthorization",
    code: 420,
    text: `FLOOD_WAIT_${seconds}`,
  });

describe("a log-in that Telegram has ended", () => {
  it.each(["AUTH_KEY_DUPLICATED", "AUTH_KEY_INVALID"])(
    "is made anew with a bot token, and what came meanwhile is heard: %s",
    async (text) => {
      const sessionFile = file(`ended ${text}`);
      const first = await connect({ sessionFile });
      await listen(first).stop();
      await first.close();
      server.say("42", `during ${text}`);
      end(text);
      const warnings: string[] = [];
      const port = await connect({
        sessionFile,
        onEvent: (event) => event.type === "warning" && warnings.push(event.message),
      });
      expect(warnings).toEqual([expect.stringContaining(`${sessionFile} is of no more use`)]);
      const { texts } = listen(port);
      await expect.poll(() => texts, soon).toEqual([`during ${text}`]);
    },
  );

  it("is named by its file where there is no token, and can be made anew", async () => {
    const sessionFile = file("ended person");
    await logIn(options({ sessionFile }), answers());
    end("AUTH_KEY_DUPLICATED");
    await expect(connect({ sessionFile }, "user")).rejects.toMatchObject({
      code: "account_stopped",
      message: expect.stringContaining(`${sessionFile} is of no more use (AUTH_KEY_DUPLICATED)`),
    });
    end("AUTH_KEY_DUPLICATED");
    expect(await logIn(options({ sessionFile }), answers())).toMatchObject({ id: "887" });
  });

  it("is not made anew when the account is banned", async () => {
    const sessionFile = file("banned");
    await (await connect({ sessionFile })).close();
    end("USER_DEACTIVATED_BAN");
    await expect(connect({ sessionFile })).rejects.toMatchObject({
      code: "account_stopped",
      message: expect.stringContaining("recover@telegram.org"),
    });
  });
});

it("waits as long as Telegram asks for at a log-in, and ends the wait with its signal", async () => {
  flood(1);
  const port = await connect({ sessionFile: file("patient") });
  expect(port.account.id).toBe("999");
  const stop = new AbortController();
  flood(600);
  const onEvent = () => stop.abort();
  const waiting = connect({ sessionFile: file("told to stop"), signal: stop.signal, onEvent });
  await expect(waiting).rejects.toMatchObject({ name: "TelegramError" });
});
