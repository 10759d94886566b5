import { InboundMessage } from "@tgmem/contracts";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { receive, type ReceivedMessage } from "./receive.ts";

const message = (fields: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  chatId: "42",
  userId: "42",
  messageId: 7,
  text: "hello",
  sentAtMs: 1_000,
  ...fields,
});
const inboundOf = (options = {}) =>
  inMemoryQueue({ name: "inbound", schema: InboundMessage, ...options });
const take = (inbound: ReturnType<typeof inboundOf>) =>
  inbound.take({ max: 10, leaseMs: 1_000, waitMs: 0 });

it("puts a message on the list, in the lane of its chat, under an id made of account, chat and message", async () => {
  const inbound = inboundOf();
  expect(await receive(message(), { inbound, account: "999", whitelist: null })).toBe("accepted");
  expect(await take(inbound)).toMatchObject([
    {
      id: "tg:999:42:7",
      lane: "chat:42",
      body: { v: 1, chatId: "42", userId: "42", messageId: 7, text: "hello", sentAtMs: 1_000 },
    },
  ]);
});

it("tells the id of each message that it puts on the list, so that its way can be followed", async () => {
  const accepted: string[] = [];
  const onAccepted = (id: string) => void accepted.push(id);
  const options = { inbound: inboundOf(), account: "999", whitelist: null, onAccepted };
  await receive(message(), options);
  await receive(message(), options);
  await receive(message({ messageId: 8 }), options);
  expect(accepted).toEqual(["tg:999:42:7", "tg:999:42:8"]);
});

it("gives commands a lane of their own, so that they never wait behind an answer", async () => {
  const inbound = inboundOf();
  await receive(message({ text: "/forget" }), { inbound, account: "999", whitelist: null });
  expect(await take(inbound)).toMatchObject([{ lane: "command:42" }]);
});

it("says that a message came before, and puts it on the list once", async () => {
  const inbound = inboundOf();
  const options = { inbound, account: "999", whitelist: null };
  expect([await receive(message(), options), await receive(message(), options)]).toEqual([
    "accepted",
    "duplicate",
  ]);
  expect((await inbound.stats()).depth).toBe(1);
});

it.each([
  ["the listed person", message(), "accepted"],
  ["the listed person in an unlisted group", message({ chatId: "-7" }), "accepted"],
  ["a stranger", message({ userId: "43" }), "ignored"],
  ["a stranger in a listed chat", message({ userId: "43", chatId: "42" }), "ignored"],
  [
    "talk in a group that is not meant for the bot",
    message({ chatId: "-7", addressed: false }),
    "ignored",
  ],
  [
    "somebody listed, in a group that is listed",
    message({ chatId: "-7", addressed: true }),
    "accepted",
  ],
  [
    "somebody listed, in a group that is not",
    message({ chatId: "-8", addressed: true }),
    "ignored",
  ],
  ["somebody not listed, in a group that is", message({ chatId: "-7", userId: "43" }), "ignored"],
  ["a photo without words", message({ text: "", unreadable: "photo" }), "accepted"],
  ["nothing at all", message({ text: " " }), "ignored"],
])("decides by the writer and the group: %s", async (_, received, expected) => {
  const inbound = inboundOf();
  expect(
    await receive(received, { inbound, account: "999", whitelist: new Set(["42", "-7"]) }),
  ).toBe(expected);
  expect((await inbound.stats()).depth).toBe(expected === "accepted" ? 1 : 0);
});

it("rejects when the list is full, so that the message counts as not received", async () => {
  const inbound = inboundOf({ maxDepth: 1 });
  const options = { inbound, account: "999", whitelist: null };
  await receive(message(), options);
  await expect(receive(message({ messageId: 8 }), options)).rejects.toMatchObject({
    code: "queue_full",
  });
});

const job = async (received: ReceivedMessage) => {
  const inbound = inboundOf();
  await receive(received, { inbound, account: "999", whitelist: null });
  const [taken] = await take(inbound);
  return taken;
};

it("tells the topic of the forum in which it was written", async () => {
  expect(await job(message({ chatId: "-7", topicId: 5 }))).toMatchObject({
    lane: "chat:-7",
    body: { topicId: 5 },
  });
});

it("puts an edit on the list as a job of its own, in the lane of its chat", async () => {
  expect(await job(message({ editedAtMs: 5_000 }))).toMatchObject({
    id: expect.stringMatching(/^tg:999:42:7:5000-/),
    lane: "chat:42",
    body: { messageId: 7, editedAtMs: 5_000 },
  });
});

it("says what a message answers, and what came with it that cannot be read", async () => {
  const quote = { from: "bot", text: "an answer" } as const;
  expect(await job(message({ quote, unreadable: "voice", text: "" }))).toMatchObject({
    body: { quote, unreadable: "voice", text: "" },
  });
});

it("tells the single messages that were merged, but no parts of an album with one caption", async () => {
  const [one, two] = [message({ text: "one" }), message({ messageId: 8, text: "two" })];
  expect(await job({ ...one, text: "one\ntwo", members: [one, two] })).toMatchObject({
    body: {
      text: "one\ntwo",
      parts: [
        { messageId: 7, text: "one" },
        { messageId: 8, text: "two" },
      ],
    },
  });
  const photo = message({ messageId: 8, text: "", unreadable: "photo" });
  const album = await job({ ...one, unreadable: "photo", members: [one, photo] });
  expect(album?.body).not.toHaveProperty("parts");
});

it("answers an album in a group once, although only its second photo means the bot", async () => {
  const inbound = inboundOf();
  const options = { inbound, account: "999", whitelist: null };
  const first = message({ chatId: "-7", text: "", unreadable: "photo", addressed: false });
  const second = message({ chatId: "-7", messageId: 8, text: "@bot", addressed: true });
  await receive(first, options);
  await receive(second, options);
  await receive({ ...second, members: [first, second] }, options);
  expect((await inbound.stats()).depth).toBe(1);
});

it.each([
  ["of nothing but white space", message({ text: "\n\t " }), "ignored"],
  ["longer than Telegram's limit", message({ text: "x".repeat(5_000) }), "answered"],
  ["with half a character", message({ text: "\ud83d" }), "answered"],
  ["of a group's negative id", message({ chatId: "-1001234567890123" }), "answered"],
  ["of an id beyond 2^53", message({ chatId: "9007199254740993" }), "answered"],
  ["of an id that no chat can have", message({ chatId: "9223372036854775807" }), "buried"],
])("knows what to do with a message %s", async (_, odd, outcome) => {
  const inbound = inboundOf();
  await receive(odd, { inbound, account: "999", whitelist: null });
  const bodies = (await take(inbound)).map(({ body }) => body.text);
  const { deadLetters } = await inbound.stats();
  expect(bodies).toEqual(outcome === "answered" ? [odd.text] : []);
  expect(deadLetters).toBe(outcome === "buried" ? 1 : 0);
});

it("tells who wrote, where, and in which language the person's client speaks", async () => {
  const sender = { name: "Anna", languageCode: "uk" };
  expect(await job(message({ sender, chatType: "private" }))).toMatchObject({
    body: { speaker: "Anna", chat: { kind: "private" }, language: "uk" },
  });
  const group = { chatId: "-7", chatType: "supergroup", chatTitle: "Sailors" } as const;
  expect(await job(message({ ...group, sender: { name: "Ben" } }))).toMatchObject({
    body: { speaker: "Ben", chat: { kind: "group", title: "Sailors" } },
  });
});

it.each([
  ["an administrator's /forget in a group", "/forget", async () => true, true],
  ["an administrator's /stop in a group", "/stop", async () => true, true],
  ["somebody else's", "/forget", async () => false, false],
  [
    "one of which Telegram does not say",
    "/forget",
    async () => Promise.reject(new Error()),
    undefined,
  ],
  ["a command that is everybody's", "/help", async () => true, undefined],
  ["no command", "forget it", async () => true, undefined],
])("tells whether an administrator commands: %s", async (_, text, isAdministrator, expected) => {
  const inbound = inboundOf();
  const options = { inbound, account: "999", whitelist: null, isAdministrator };
  await receive(message({ chatId: "-7", text }), options);
  const [taken] = await take(inbound);
  expect(taken?.body.administrator).toBe(expected);
});

it("asks nobody about a command in private", async () => {
  const asked: string[] = [];
  const inbound = inboundOf();
  const isAdministrator = async (chatId: string) => asked.push(chatId) > 0;
  await receive(message({ text: "/forget" }), {
    inbound,
    account: "999",
    whitelist: null,
    isAdministrator,
  });
  expect(asked).toEqual([]);
});
