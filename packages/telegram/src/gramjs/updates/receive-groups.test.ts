import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userAccount } from "@tgmem/telegram-test-server";
import { logIn } from "../login/log-in.ts";
import type { TelegramEvent } from "../client/options.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect: connectWith, listen, folder } = await wire();
await (await connectWith({ sessionFile: join(folder, "base") })).close();
let sessionFile = "";
let count = 0;
beforeEach(async () => {
  // Logged in, and without the groups of the other tests.
  sessionFile = join(folder, `session-${count++}`);
  await copyFile(join(folder, "base"), sessionFile);
});
afterEach(() => {
  server.settings.sliceSize = 100;
});
const connect: typeof connectWith = (overrides) => connectWith({ sessionFile, ...overrides });

let groups = 0;
const newGroup = () => String(-1_000_000_000_001 - groups++);
const heard = (texts: readonly string[], ...expected: string[]) =>
  expect.poll(() => texts, soon).toEqual(expected);

describe("supergroups, each of which counts its own updates", () => {
  it("(2) delivers what is written in one, under the id that the Bot API gives it", async () => {
    const { messages } = listen(await connect());
    const messageId = server.say("42", "hello", { group: "-1001234567890" });
    await expect.poll(() => messages, soon).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      chatId: "-1001234567890",
      chatType: "supergroup",
      userId: "42",
      messageId,
      addressed: false,
    });
  });

  it.each([
    ["that replies to none", {}],
    ["that replies to another one", { replyTo: 9 }],
  ])("tells the topic of a message in a forum, %s", async (_, how) => {
    const group = newGroup();
    const { messages } = listen(await connect());
    server.say("42", "in a topic", { group, topic: 7, ...how });
    server.say("42", "in the general one", { group });
    await expect.poll(() => messages, soon).toHaveLength(2);
    expect(messages[0]).toMatchObject({ topicId: 7 });
    expect(messages[1]).not.toHaveProperty("topicId");
  });

  it("(3) delivers what was written while no process ran, slice by slice and in order", async () => {
    const group = newGroup();
    const first = await connect();
    const before = listen(first);
    server.say("42", "known", { group });
    await heard(before.texts, "known");
    await before.stop();
    await first.close();
    const written = Array.from({ length: 7 }, (_, index) => `message ${index}`);
    for (const text of written) server.say("42", text, { group });
    server.settings.sliceSize = 3;
    const { texts } = listen(await connect());
    await heard(texts, ...written);
  });

  it("(4) delivers what was written while the connection was down", async () => {
    const group = newGroup();
    const { texts } = listen(await connect());
    server.say("42", "before", { group });
    await heard(texts, "before");
    server.faults.dropConnections();
    server.say("42", "meanwhile", { group, unheard: true });
    await heard(texts, "before", "meanwhile");
  });

  it("(5) delivers an update once that comes three times", async () => {
    const group = newGroup();
    const { texts } = listen(await connect());
    server.say("42", "one", { group, times: 3 });
    server.say("42", "two", { group });
    await heard(texts, "one", "two");
  });

  it("(7) delivers the messages of a gap before the update that shows it", async () => {
    const group = newGroup();
    const { texts } = listen(await connect());
    server.say("42", "heard", { group });
    await heard(texts, "heard");
    server.say("42", "unheard", { group, unheard: true });
    server.say("42", "heard again", { group });
    await heard(texts, "heard", "unheard", "heard again");
  });

  it("(7) asks for what it missed when it is told that it was too much", async () => {
    const group = newGroup();
    const { texts } = listen(await connect());
    server.say("42", "heard", { group });
    await heard(texts, "heard");
    server.say("42", "unheard", { group, unheard: true });
    server.tooLong(undefined, group);
    await heard(texts, "heard", "unheard");
  });

  it("(7) says loudly that messages are lost, and goes on, when too much was missed", async () => {
    const group = newGroup();
    const events: TelegramEvent[] = [];
    const { texts } = listen(await connect({ onEvent: (event) => events.push(event) }));
    server.say("42", "one", { group });
    await heard(texts, "one");
    server.say("42", "lost", { group, unheard: true });
    server.faults.call({
      on: "updates.getChannelDifference",
      answer: () => ({
        _: "updates.channelDifferenceTooLong",
        final: true,
        dialog: dialogAt(3, group),
        messages: [],
        chats: [],
        users: [],
      }),
    });
    server.tooLong(undefined, group);
    await expect
      .poll(() => events, soon)
      .toContainEqual({
        type: "lost",
        reason: "too many updates of a group were missed",
      });
    server.say("42", "two", { group });
    await heard(texts, "one", "two");
  });

  it("(8) recovers a message that came in a constructor which the client does not know", async () => {
    const group = newGroup();
    const { texts } = listen(await connect());
    server.say("42", "one", { group });
    await heard(texts, "one");
    server.faults.garbleUpdates();
    server.say("42", "two", { group });
    server.say("42", "three", { group });
    await heard(texts, "one", "two", "three");
  });

  it("loses none of them when far more come than its inbox holds", async () => {
    const group = newGroup();
    const gate = Promise.withResolvers<void>();
    const port = await connect();
    const { texts } = listen(port, ({ text }) =>
      text === "m0" ? Promise.resolve() : gate.promise,
    );
    const written = Array.from({ length: 1_300 }, (_, index) => `m${index}`);
    server.say("42", "m0", { group });
    await heard(texts, "m0");
    for (const text of written.slice(1)) server.say("42", text, { group });
    // All of them have arrived by the time that a later call is answered.
    await port.typing("42");
    gate.resolve();
    await expect.poll(() => texts.length, soon).toBe(1_300);
    expect(texts).toEqual(written);
  });

  it("does not hold the others when one cannot be asked", async () => {
    const [one, other] = [newGroup(), newGroup()];
    const { texts } = listen(await connect({ callTimeoutMs: 3_000 }));
    server.say("42", "one", { group: one });
    await heard(texts, "one");
    server.faults.call({ on: "updates.getChannelDifference", hang: true });
    server.say("42", "unheard", { group: one, unheard: true });
    server.tooLong(undefined, one);
    server.say("42", "elsewhere", { group: other });
    await heard(texts, "one", "elsewhere");
    await heard(texts, "one", "elsewhere", "unheard");
  });

  it("asks no more in a group that it was thrown out of, and begins anew when it is back", async () => {
    const group = newGroup();
    const events: TelegramEvent[] = [];
    const { texts } = listen(await connect({ onEvent: (event) => events.push(event) }));
    server.say("42", "one", { group });
    await heard(texts, "one");
    server.faults.call({ on: "updates.getChannelDifference", code: 406, text: "CHANNEL_PRIVATE" });
    server.tooLong(undefined, group);
    await expect.poll(() => events.map(({ type }) => type), soon).toContain("lost");
    server.say("42", "back", { group });
    await heard(texts, "one", "back");
  });
});

function dialogAt(pts: number, group: string) {
  return {
    _: "dialog",
    peer: { _: "peerChannel", channel_id: -1_000_000_000_000n - BigInt(group) },
    top_message: 0,
    read_inbox_max_id: 0,
    read_outbox_max_id: 0,
    unread_count: 0,
    unread_mentions_count: 0,
    unread_reactions_count: 0,
    notify_settings: { _: "peerNotifySettings" },
    pts,
  };
}

describe("with a person's account", async () => {
  const people = await wire({ accounts: [userAccount] });
  it("asks in a group by the access hash of its own log-in", async () => {
    await logIn(people.options(), {
      phone: async () => userAccount.phone,
      code: async () => userAccount.code,
      password: async () => userAccount.password,
      mistake: () => {},
    });
    const group = newGroup();
    const { texts } = people.listen(await people.connect({}, "user"));
    people.server.say("42", "heard", { group });
    await heard(texts, "heard");
    people.server.say("42", "unheard", { group, unheard: true });
    people.server.tooLong(undefined, group);
    await heard(texts, "heard", "unheard");
  });
});
