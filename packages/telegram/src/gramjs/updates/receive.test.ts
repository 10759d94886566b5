import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import type { TelegramError } from "../../errors.ts";
import type { TelegramEvent } from "../client/options.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen, folder } = await wire();

it("(2) delivers what a person writes, once, with ids as text and times in ms", async () => {
  const { messages } = listen(await connect());
  const messageId = server.say("42", "hello **world** 😀");
  await expect.poll(() => messages, soon).toHaveLength(1);
  expect(messages[0]).toEqual({
    chatId: "42",
    chatType: "private",
    userId: "42",
    sender: { name: "Person 42" },
    messageId,
    text: "hello **world** 😀",
    sentAtMs: expect.closeTo(Date.now(), -4),
    addressed: true,
    waitedMs: expect.any(Number),
  });
});

it("tells the group, the writer and whether the bot is meant", async () => {
  const { messages } = listen(await connect());
  server.say("42", "among ourselves", { group: "-7" });
  server.say("42", "@test_bot are you there?", { group: "-7" });
  await expect.poll(() => messages, soon).toHaveLength(2);
  expect(messages).toMatchObject([
    { chatId: "-7", chatType: "group", userId: "42", addressed: false },
    { chatId: "-7", chatType: "group", userId: "42", addressed: true },
  ]);
});

it("(9) understands the short forms, in which user accounts are told of messages", async () => {
  const { messages, texts } = listen(await connect());
  server.say("42", "it listens");
  await expect.poll(() => texts, soon).toEqual(["it listens"]);
  server.say("42", "in private", { form: "short" });
  server.say("42", "in a group", { form: "short", group: "-7" });
  server.say("42", "afterwards");
  await expect.poll(() => messages, soon).toHaveLength(4);
  expect(messages.slice(1)).toMatchObject([
    { chatId: "42", userId: "42", chatType: "private", text: "in private" },
    { chatId: "-7", userId: "42", chatType: "group", text: "in a group" },
    { text: "afterwards" },
  ]);
});

it("(4) delivers what was written while the connection was down", async () => {
  const events: TelegramEvent[] = [];
  const { texts } = listen(await connect({ onEvent: (event) => events.push(event) }));
  server.say("42", "before");
  await expect.poll(() => texts, soon).toEqual(["before"]);
  server.faults.dropConnections();
  server.say("42", "meanwhile", { unheard: true });
  await expect.poll(() => texts, soon).toEqual(["before", "meanwhile"]);
  expect(events).toContainEqual({ type: "recovered", reason: "reconnect", messages: 1 });
});

it("(3) delivers what was written while no process ran, slice by slice and in order", async () => {
  const first = await connect();
  await listen(first).stop();
  await first.close();
  const written = Array.from({ length: 7 }, (_, index) => `message ${index}`);
  for (const text of written) server.say("42", text);
  server.settings.sliceSize = 3;
  const { texts } = listen(await connect());
  await expect.poll(() => texts, soon).toEqual(written);
  server.settings.sliceSize = 100;
});

it("(7) delivers the messages of a gap before the update that shows it", async () => {
  const { texts } = listen(await connect());
  server.say("42", "heard");
  await expect.poll(() => texts, soon).toEqual(["heard"]);
  server.say("42", "unheard", { unheard: true });
  server.say("42", "heard again");
  await expect.poll(() => texts, soon).toEqual(["heard", "unheard", "heard again"]);
});

it("(7) asks for what it missed when it is told that it was too much", async () => {
  const { texts } = listen(await connect());
  server.say("42", "one", { unheard: true });
  server.tooLong();
  await expect.poll(() => texts, soon).toEqual(["one"]);
});

it("(7) says loudly that messages are lost, and goes on, when too much was missed", async () => {
  const events: TelegramEvent[] = [];
  const { texts } = listen(await connect({ onEvent: (event) => events.push(event) }));
  server.say("42", "one");
  await expect.poll(() => texts, soon).toEqual(["one"]);
  server.say("42", "lost", { unheard: true });
  server.faults.differenceTooLong();
  server.tooLong();
  const reason = "too many updates were missed";
  await expect.poll(() => events, soon).toContainEqual({ type: "lost", reason });
  server.say("42", "two");
  await expect.poll(() => texts, soon).toEqual(["one", "two"]);
});

it("(8) recovers a message that came in a constructor which the client does not know", async () => {
  const { texts } = listen(await connect());
  server.say("42", "one");
  await expect.poll(() => texts, soon).toEqual(["one"]);
  server.faults.garbleUpdates();
  server.say("42", "two");
  server.say("42", "three");
  await expect.poll(() => texts, soon).toEqual(["one", "two", "three"]);
});

it("(5) puts updates in order that come the wrong way round", async () => {
  const { texts } = listen(await connect());
  server.say("42", "one");
  await expect.poll(() => texts, soon).toEqual(["one"]);
  server.faults.reverseUpdates(2);
  server.say("42", "two");
  server.say("42", "three");
  await expect.poll(() => texts, soon).toEqual(["one", "two", "three"]);
});

it("(6) holds no other chat while a message is not handled", async () => {
  let isAway = true;
  const { texts } = listen(await connect(), async ({ chatId }) => {
    if (chatId === "42" && isAway) throw new Error("the list is away");
  });
  server.say("42", "hard");
  server.say("42", "next");
  server.say("43", "elsewhere");
  await expect.poll(() => texts, soon).toEqual(["elsewhere"]);
  isAway = false;
  await expect.poll(() => texts, soon).toEqual(["elsewhere", "hard", "next"]);
});

it("asks now and then, because updates can stop without a sign", async () => {
  const { texts } = listen(await connect({ pollMs: 50 }));
  server.say("42", "hello");
  await expect.poll(() => texts, soon).toEqual(["hello"]);
  server.say("42", "nobody says so", { unheard: true });
  await expect.poll(() => texts, soon).toEqual(["hello", "nobody says so"]);
});

it("(5) delivers an update once that comes three times", async () => {
  const { texts } = listen(await connect());
  server.say("42", "one", { times: 3 });
  server.say("42", "two");
  await expect.poll(() => texts, soon).toEqual(["one", "two"]);
});

it("(6) delivers a message again until it is handled, and lets none overtake it", async () => {
  let refusals = 3;
  const { texts } = listen(await connect(), async ({ text }) => {
    if (text === "hard" && refusals-- > 0) throw new Error("the list is full");
  });
  for (const text of ["easy", "hard", "next"]) server.say("42", text);
  await expect.poll(() => texts, soon).toEqual(["easy", "hard", "next"]);
  expect(refusals).toBe(-1);
});

it.each(["told of", "not told of"] as const)(
  "(6) delivers a message to the next process that this one was %s and could not handle",
  async (how) => {
    const first = await connect();
    const entered = Promise.withResolvers<void>();
    const dying = listen(first, async ({ text }) => {
      if (text === "before") return;
      entered.resolve();
      throw new Error("the list is away");
    });
    server.say("42", "before");
    await expect.poll(() => dying.texts, soon).toEqual(["before"]);
    server.say("42", "kept", { unheard: how === "not told of" });
    if (how === "not told of") server.tooLong();
    await entered.promise;
    await dying.stop();
    await first.close();
    const { texts } = listen(await connect());
    await expect.poll(() => texts, soon).toEqual(["kept"]);
  },
);

it("ends only when the handler that is at work has ended, whose message then counts as received", async () => {
  const first = await connect();
  const ended: string[] = [];
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const slow = async ({ text }: { readonly text: string }) => {
    if (text !== "slow") return;
    entered.resolve();
    await gate.promise;
    ended.push("handler");
  };
  const listening = listen(first, slow, { graceMs: 600_000 });
  server.say("42", "it listens");
  await expect.poll(() => listening.texts, soon).toEqual(["it listens"]);
  server.say("42", "slow");
  await entered.promise;
  const stopped = listening.stop().then(() => ended.push("listen"));
  for (let turns = 0; turns < 10; turns++) await turn();
  gate.resolve();
  await stopped;
  expect(ended).toEqual(["handler", "listen"]);
  await first.close();
  server.say("42", "next");
  const { texts } = listen(await connect());
  await expect.poll(() => texts, soon).toEqual(["next"]);
});

it("delivers a message again whose handler ended after its time was over", async () => {
  const first = await connect();
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const late = async ({ text }: { readonly text: string }) => {
    if (text !== "late") return;
    entered.resolve();
    await gate.promise;
  };
  const { texts: before, stop } = listen(first, late, { graceMs: 0 });
  server.say("42", "it listens");
  await expect.poll(() => before, soon).toEqual(["it listens"]);
  server.say("42", "late");
  await entered.promise;
  await stop();
  gate.resolve();
  await expect.poll(() => before, soon).toEqual(["it listens", "late"]);
  await first.close();
  const { texts } = listen(await connect());
  await expect.poll(() => texts, soon).toEqual(["late"]);
});

it("catches up after a slow handler although its inbox has a limit", async () => {
  const gate = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  const port = await connect();
  const { texts } = listen(port, ({ text }) => {
    if (text === "m0") return Promise.resolve();
    entered.resolve();
    return gate.promise;
  });
  const written = Array.from({ length: 700 }, (_, index) => `m${index}`);
  server.say("42", written[0] ?? "");
  await expect.poll(() => texts, soon).toEqual(["m0"]);
  for (const text of written.slice(1)) server.say("42", text);
  await entered.promise;
  // All of them have arrived by the time that a later call is answered.
  await port.typing("42");
  gate.resolve();
  await expect.poll(() => texts.length, soon).toBe(700);
  expect(texts).toEqual(written);
});

it("(11) does not deliver what another log-in of the same account has sent", async () => {
  const { texts } = listen(await connect());
  server.say("42", "it listens");
  await expect.poll(() => texts, soon).toEqual(["it listens"]);
  const other = await connect({ sessionFile: join(folder, "other") });
  await other.send(
    { chatId: "42", text: "an answer", randomId: 77n },
    { signal: AbortSignal.timeout(5_000) },
  );
  server.say("42", "a question");
  await expect.poll(() => texts, soon).toEqual(["it listens", "a question"]);
});

it("ends with account_stopped when the log-in is revoked", async () => {
  const fatal: TelegramError[] = [];
  const sessionFile = join(folder, "revoked");
  await (await connect({ sessionFile })).close();
  // Without the token, which would make a new log-in at the next start.
  const port = await connect(
    { sessionFile, pollMs: 50, onFatal: (error) => fatal.push(error) },
    "user",
  );
  const { ended } = listen(port);
  server.faults.revoke();
  await expect(ended).rejects.toMatchObject({ code: "account_stopped", policy: "stop_account" });
  expect(fatal.map(({ code }) => code)).toEqual(["account_stopped"]);
});

it("has one listener: a second one is refused, and the first one goes on", async () => {
  const port = await connect();
  const { texts, stop } = listen(port);
  const second = port.listen(async () => {}, { signal: AbortSignal.timeout(60_000) });
  await expect(second).rejects.toMatchObject({ code: "invalid_argument" });
  server.say("42", "one listener");
  await expect.poll(() => texts, soon).toEqual(["one listener"]);
  await stop();
  const { texts: next } = listen(port);
  server.say("42", "the next listener");
  await expect.poll(() => next, soon).toEqual(["the next listener"]);
});

it("goes on when whoever hears of events throws", async () => {
  const port = await connect({
    onEvent: () => {
      throw new Error("a mistake in a log line");
    },
  });
  const { texts } = listen(port);
  server.say("42", "before");
  await expect.poll(() => texts, soon).toEqual(["before"]);
  server.faults.dropConnections();
  server.say("42", "after", { unheard: true });
  await expect.poll(() => texts, soon).toEqual(["before", "after"]);
});
