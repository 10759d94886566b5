import { join } from "node:path";
import { botAccount, userAccount } from "@tgmem/telegram-test-server";
import { expect, it } from "vitest";
import type { Buttons, ButtonPress, ListenOptions, TelegramPort } from "../telegram.ts";
import type { TelegramEvent } from "./client/options.ts";
import { logIn } from "./login/log-in.ts";
import { soon, wire } from "./wire.kit.ts";

const { server, connect, listen, options, folder } = await wire({
  accounts: [botAccount, userAccount],
});
const signal = AbortSignal.timeout(170_000);
const supergroup = "-1001000000777";
const yes = { label: "Yes", data: "answer:yes" };
const no = { label: "No", data: "answer:no" };
server.introduce("42", { firstName: "Anna" });

let nextRandomId = 1n;
async function ask(port: TelegramPort, buttons: Buttons = [[yes, no]], chatId = "42") {
  const message = { chatId, text: "Really?", randomId: nextRandomId++, buttons };
  const { messageId = expect.unreachable("the server says the id") } = await port.send(message, {
    signal,
  });
  return messageId;
}

/** A bot that hears presses, as `onPress` answers them. */
async function hearing(onPress: NonNullable<ListenOptions["onPress"]> = async () => undefined) {
  const events: TelegramEvent[] = [];
  const presses: ButtonPress[] = [];
  const port = await connect({ onEvent: (event) => events.push(event) });
  const listening = listen(port, undefined, {
    onPress(press, given) {
      presses.push(press);
      return onPress(press, given);
    },
  });
  // Somebody who has never written is unknown to the server.
  server.say("42", "hello");
  await expect.poll(() => listening.texts, soon).toContain("hello");
  return { port, presses, events, ...listening };
}
/** Presses until it is heard: on a busy machine the connection may break in that moment, and then a press is gone. */
async function pressed(messageId: number, label: string): Promise<bigint> {
  for (let times = 1; times <= 5; times++) {
    const query = server.press("42", messageId, label);
    const heard = expect.poll(() => answerTo(query), { timeout: 10_000, interval: 10 });
    if (
      await heard.toBeDefined().then(
        () => true,
        () => false,
      )
    )
      return query;
  }
  return expect.unreachable("five presses were not heard");
}
const answerTo = (query: bigint) => server.callbackAnswers.find(({ queryId }) => queryId === query);

it("shows buttons in rows under a message, and tells of a press: who, where, what", async () => {
  const { port, presses } = await hearing(async () => ({ text: "Noted" }));
  const messageId = await ask(port, [[yes], [], [no]]);
  expect(server.sent.at(-1)?.replyMarkup).toMatchObject({
    _: "replyInlineMarkup",
    rows: [
      { buttons: [{ _: "keyboardButtonCallback", text: "Yes", data: Buffer.from("answer:yes") }] },
      { buttons: [{ text: "No" }] },
    ],
  });
  const query = await pressed(messageId, "Yes");
  expect(answerTo(query)).toMatchObject({ text: "Noted", alert: false });
  expect(presses).toEqual([
    {
      pressId: query.toString(),
      chatId: "42",
      messageId,
      userId: "42",
      sender: { name: "Anna" },
      data: "answer:yes",
    },
  ]);
});

it("tells of a press in a supergroup", async () => {
  const { port, presses, texts } = await hearing();
  server.say("43", "here", { group: supergroup });
  // What is not heard here is told to whoever connects next.
  await expect.poll(() => texts, soon).toContain("here");
  const messageId = await ask(port, [[yes]], supergroup);
  server.press("43", messageId, "Yes", { group: supergroup });
  await expect.poll(() => presses, soon).toMatchObject([{ chatId: supergroup, userId: "43" }]);
});

it("shows the answer in a window if it is an alert", async () => {
  const { port } = await hearing(async () => ({ text: "No!", alert: true }));
  const query = await pressed(await ask(port), "No");
  expect(answerTo(query)).toMatchObject({ text: "No!", alert: true });
});

it("changes the buttons with the text, and takes them away", async () => {
  const port = await connect();
  const messageId = await ask(port);
  const change = { chatId: "42", messageId, text: "Really?" };
  const shown = () => server.sent.find((message) => message.messageId === messageId);
  await port.edit({ ...change, buttons: [[no]] }, { signal });
  expect(shown()?.replyMarkup).toMatchObject({ rows: [{ buttons: [{ text: "No" }] }] });
  for (let times = 0; times < 2; times++) await port.edit(change, { signal });
  expect(shown()).not.toHaveProperty("replyMarkup");
});

it("ends the press at the button, and says so without a word of it, when the handler fails", async () => {
  const { port, events } = await hearing(async () => {
    throw new TypeError("a secret");
  });
  const query = await pressed(await ask(port), "Yes");
  expect(answerTo(query)).toEqual({ queryId: query, alert: false });
  expect(events).toContainEqual({
    type: "warning",
    message: "A pressed button was not handled: TypeError.",
  });
});

it("hears a press once that comes twice, and two presses that are two", async () => {
  const { port, presses } = await hearing();
  const messageId = await ask(port);
  server.faults.repeatUpdates(2);
  const queries = [server.press("42", messageId, "Yes"), server.press("42", messageId, "Yes")];
  await expect.poll(() => queries.every((query) => answerTo(query)), soon).toBe(true);
  expect(presses.map(({ pressId }) => pressId)).toEqual(queries.map(String));
});

it("goes on when the press is too old to be answered, and when the answer is refused", async () => {
  const { port, events, presses } = await hearing(async ({ pressId }) => {
    if (pressId === String(late)) server.expire(late);
    return { text: "Noted" };
  });
  const messageId = await ask(port);
  const late = server.press("42", messageId, "Yes");
  await expect
    .poll(() => events, soon)
    .toContainEqual({
      type: "warning",
      message: expect.stringContaining("Answering a pressed button failed with QUERY_ID_INVALID"),
    });
  expect(answerTo(await pressed(messageId, "No"))).toMatchObject({ text: "Noted" });
  expect(presses).toHaveLength(2);
});

it("does not let messages wait for a handler of presses that hangs, and ends all the same", async () => {
  const { port, presses, texts, stop } = await hearing(
    (_, { signal: ends }) =>
      new Promise((resolve) => ends.addEventListener("abort", () => resolve(), { once: true })),
  );
  server.press("42", await ask(port), "Yes");
  await expect.poll(() => presses, soon).toHaveLength(1);
  server.say("42", "still there?");
  await expect.poll(() => texts, soon).toEqual(["hello", "still there?"]);
  await stop();
});

it("drops a press that nobody wants to hear", async () => {
  const port = await connect();
  const { texts } = listen(port);
  server.say("42", "hello");
  const query = server.press("42", await ask(port), "Yes");
  server.say("42", "after");
  await expect.poll(() => texts, soon).toEqual(["hello", "after"]);
  expect(answerTo(query)).toBeUndefined();
});

it.each([
  ["no label", { label: "", data: "x" }],
  ["no data", { label: "Yes", data: "" }],
  ["more than 64 bytes of data", { label: "Yes", data: "ü".repeat(33) }],
])("refuses a button with %s before anything is sent", async (_, button) => {
  const port = await connect();
  const before = server.sent.length;
  await expect(ask(port, [[button]])).rejects.toMatchObject({ code: "invalid_argument" });
  expect(server.sent).toHaveLength(before);
});

it("sends a message of a person's account", async () => {
  const sessionFile = join(folder, "user");
  await logIn(options({ sessionFile }), {
    phone: async () => userAccount.phone,
    code: async () => userAccount.code,
    password: async () => userAccount.password,
    mistake: () => expect.unreachable("every answer is right"),
  });
  server.say("50", "hello", { to: userAccount.id, unheard: true });
  await ask(await connect({ sessionFile }, "user"), [[yes]], "50");
  expect(server.sent.at(-1)).toMatchObject({ chatId: "50", text: "Really?" });
});
