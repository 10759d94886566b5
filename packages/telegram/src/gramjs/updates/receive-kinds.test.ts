import { describe, expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen } = await wire();
const supergroup = "-1000000000077";

async function listening(options = {}) {
  const port = await connect();
  return { port, ...listen(port, async () => {}, options) };
}
const count = (messages: readonly unknown[], expected: number) =>
  expect.poll(() => messages, soon).toHaveLength(expected);

describe("(10) edits", () => {
  it.each([
    ["in private", undefined],
    ["in a supergroup", supergroup],
  ])("come as a new version of their message, %s", async (_, group) => {
    const { messages } = await listening();
    const where = group === undefined ? {} : { group };
    const messageId = server.say("42", "helo", where);
    await count(messages, 1);
    server.edit(messageId, "hello", where);
    await count(messages, 2);
    expect(messages[1]).toMatchObject({ messageId, text: "hello" });
    expect(messages[1]?.editedAtMs).toBeGreaterThan(Date.now() - 60_000);
    expect(messages[0]?.editedAtMs).toBeUndefined();
  });

  it.each([
    ["in private", undefined],
    ["in a supergroup", supergroup],
  ])("are recovered when nobody told of them, %s", async (_, group) => {
    const { messages, port, stop } = await listening();
    const where = group === undefined ? {} : { group };
    const messageId = server.say("42", "first", where);
    await count(messages, 1);
    await stop();
    server.edit(messageId, "second", { ...where, unheard: true });
    const again = listen(port);
    await count(again.messages, 1);
    expect(again.messages).toMatchObject([{ messageId, text: "second" }]);
  });

  it("are ignored when nobody wrote anything: reactions and buttons change a message, too", async () => {
    const { texts } = await listening();
    const messageId = server.say("42", "same words");
    await expect.poll(() => texts, soon).toEqual(["same words"]);
    server.edit(messageId, "same words");
    server.edit(messageId, "hidden", { fields: { edit_hide: true } });
    server.say("42", "next");
    await expect.poll(() => texts, soon).toEqual(["same words", "next"]);
  });

  it("of one second are versions of their own", async () => {
    const { messages } = await listening();
    const messageId = server.say("42", "one");
    await count(messages, 1);
    for (const text of ["two", "three"]) server.edit(messageId, text, { editDate: 1_000 });
    await count(messages, 3);
    const versions = messages.slice(1).map(({ text, editedAtMs }) => [text, editedAtMs]);
    expect(versions).toEqual([
      ["two", 1_000_000],
      ["three", 1_000_000],
    ]);
  });

  it("of a message that changed while nobody listened do not look like nothing", async () => {
    const { port, stop } = await listening();
    await stop();
    const messageId = server.say("42", "first");
    server.edit(messageId, "second");
    const { messages } = listen(port);
    await count(messages, 2);
    expect(messages).toMatchObject([{ text: "second" }, { text: "second", messageId }]);
    expect(messages[1]?.editedAtMs).toBeDefined();
  });
});

describe("(10) albums", () => {
  it("are one message with the caption as text", async () => {
    const { messages } = await listening();
    const fields = { grouped_id: 5n, media: { _: "messageMediaPhoto" } };
    const first = server.say("42", "", { fields });
    const second = server.say("42", "the caption", { fields });
    server.say("42", "another chat's writer does not wait", { group: "-7" });
    await count(messages, 2);
    expect(messages[0]).toMatchObject({ chatId: "-7" });
    expect(messages[1]).toMatchObject({ text: "the caption", unreadable: "photo" });
    expect(messages[1]?.messageId).toBe(first);
    expect(messages[1]?.members?.map(({ messageId }) => messageId)).toEqual([first, second]);
  });

  it("are not mixed, and what follows does not overtake them", async () => {
    const { messages } = await listening();
    const media = { _: "messageMediaPhoto" };
    for (const [grouped_id, text] of [
      [6n, "a"],
      [6n, ""],
      [7n, "b"],
    ] as const)
      server.say("42", text, { fields: { grouped_id, media } });
    server.say("42", "c");
    await count(messages, 3);
    expect(messages.map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });
});

describe("replies", () => {
  it("tell the words of the bot that they answer, or of a person", async () => {
    const { messages, port } = await listening();
    const { messageId } = await port.send(
      { chatId: "42", text: "an answer", randomId: 1n },
      { signal: AbortSignal.timeout(5_000) },
    );
    const own = server.say("42", "my words");
    server.say("42", "why?", { replyTo: messageId ?? 0 });
    server.say("42", "I meant this", { replyTo: own });
    await count(messages, 3);
    expect(messages.map(({ quote }) => quote)).toEqual([
      undefined,
      { from: "bot", text: "an answer" },
      { from: "person", text: "my words" },
    ]);
  });

  it("tell only the part that the writer has marked", async () => {
    const { messages } = await listening();
    const own = server.say("42", "a long story");
    server.say("42", "really?", { replyTo: own, quote: "long" });
    await count(messages, 2);
    expect(messages[1]?.quote).toEqual({ from: "person", text: "long" });
  });

  it("to another chat tell no words of this one, but those that the writer has marked", async () => {
    const { messages } = await listening();
    const own = server.say("42", "words of this chat");
    const elsewhere = {
      _: "messageReplyHeader",
      reply_to_msg_id: own,
      reply_to_peer_id: { _: "peerUser", user_id: 77n },
    };
    server.say("42", "see there", { fields: { reply_to: elsewhere } });
    const marked = { ...elsewhere, quote: true, quote_text: "marked there" };
    server.say("42", "and this", { fields: { reply_to: marked } });
    await count(messages, 3);
    expect(messages.slice(1).map(({ quote }) => quote)).toEqual([
      undefined,
      { from: "person", text: "marked there" },
    ]);
  });

  it("in a supergroup mean the bot when they answer it", async () => {
    const { messages, port } = await listening();
    const { messageId } = await port.send(
      { chatId: supergroup, text: "an answer", randomId: 2n },
      { signal: AbortSignal.timeout(5_000) },
    );
    const other = server.say("43", "among ourselves", { group: supergroup });
    server.say("42", "why?", { group: supergroup, replyTo: messageId ?? 0 });
    server.say("42", "yes", { group: supergroup, replyTo: other });
    await count(messages, 3);
    expect(messages.map(({ addressed }) => addressed)).toEqual([false, true, false]);
  });

  it("come without those words when the message is gone, or Telegram does not say", async () => {
    const { messages } = await listening();
    server.say("42", "to a deleted one", { replyTo: 999_999 });
    await count(messages, 1);
    server.faults.call({ on: "messages.getMessages", code: 500, text: "INTERNAL" });
    server.say("42", "while it has trouble", { replyTo: 101 });
    await count(messages, 2);
    expect(messages.map(({ quote }) => quote)).toEqual([undefined, undefined]);
  });
});

describe("several messages within a moment", () => {
  const merging = { mergeWindowMs: 150 };

  it("are one, with the id of the first and the words of all", async () => {
    const { messages } = await listening(merging);
    const ids = ["one", "two", "three"].map((text) => server.say("42", text));
    await count(messages, 1);
    expect(messages[0]).toMatchObject({ messageId: ids[0], text: "one\ntwo\nthree" });
    expect(messages[0]?.members?.map(({ messageId }) => messageId)).toEqual(ids);
  });

  it("are not mixed with those of other people or other chats, and do not hold them", async () => {
    const { texts } = await listening({ mergeWindowMs: 60_000 });
    server.say("42", "/a", { group: supergroup });
    server.say("42", "@test_bot one", { group: supergroup });
    server.say("43", "@test_bot two", { group: supergroup });
    server.say("44", "/help");
    await expect.poll(() => texts.toSorted(), soon).toEqual(["/a", "/help", "@test_bot one"]);
    server.say("43", "/b", { group: supergroup });
    await expect.poll(() => texts.slice(3), soon).toEqual(["@test_bot two", "/b"]);
  });

  it.each([
    ["a command", { text: "/help", options: {} }],
    ["a long text", { text: "x".repeat(501), options: {} }],
    ["a photo", { text: "", options: { fields: { media: { _: "messageMediaPhoto" } } } }],
    ["a reply", { text: "yes", options: { replyTo: 101 } }],
  ])("let %s go by itself, after what was written before it", async (_, { text, options }) => {
    const { texts } = await listening({ mergeWindowMs: 60_000 });
    server.say("42", "before");
    server.say("42", text, options);
    await expect.poll(() => texts, soon).toEqual(["before", text]);
  });

  it("stay as they are when they were written at other times", async () => {
    const { texts } = await listening(merging);
    server.say("42", "early", { fields: { date: 1_000 } });
    server.say("42", "late", { fields: { date: 2_000 } });
    await expect.poll(() => texts, soon).toEqual(["early", "late"]);
  });

  it("come again when they were still held at the stop", async () => {
    const { port, stop, texts } = await listening({ mergeWindowMs: 60_000 });
    server.say("42", "/first");
    await expect.poll(() => texts, soon).toEqual(["/first"]);
    server.say("42", "held");
    await port.typing("42");
    await stop();
    const again = listen(port);
    await expect.poll(() => again.texts, soon).toEqual(["held"]);
  });
});

describe("what cannot be read", () => {
  const moving = { _: "documentAttributeVideo", duration: 1, w: 1, h: 1 };
  const sticker = {
    _: "documentAttributeSticker",
    alt: "",
    stickerset: { _: "inputStickerSetEmpty" },
  };
  const place = { _: "geoPoint", long: 1, lat: 1, access_hash: 1n };
  const contact = { phone_number: "1", first_name: "", last_name: "", vcard: "", user_id: 1n };

  it.each([
    ["photo", { _: "messageMediaPhoto" }],
    ["voice", document(sound(true))],
    ["audio", document(sound(false))],
    ["video", document(moving)],
    ["sticker", document(sticker, moving)],
    ["document", document()],
    ["location", { _: "messageMediaGeo", geo: place }],
    ["contact", { _: "messageMediaContact", ...contact }],
    ["other", { _: "messageMediaDice", value: 6, emoticon: "🎲" }],
    ["other", { _: "messageMediaUnsupported" }],
  ])("is delivered as %s, never left out in silence", async (unreadable, media) => {
    const { messages } = await listening();
    server.say("42", "", { fields: { media } });
    await count(messages, 1);
    expect(messages).toMatchObject([{ text: "", unreadable }]);
  });

  it("is not the preview of a link", async () => {
    const { messages } = await listening();
    const media = { _: "messageMediaWebPage", webpage: { _: "webPageEmpty", id: 1n } };
    server.say("42", "https://example.com", { fields: { media } });
    await count(messages, 1);
    expect(messages[0]).not.toHaveProperty("unreadable");
  });

  it("leaves out service messages: nobody wrote them", async () => {
    const { texts } = await listening();
    const action = { _: "messageActionPinMessage" };
    server.say("42", "", { fields: { _: "messageService", action } });
    server.say("42", "a text");
    await expect.poll(() => texts, soon).toEqual(["a text"]);
  });
});

describe("odd messages have one clear outcome each", () => {
  const beyond = "9007199254740993";
  it.each([
    ["longer than Telegram's limit", "42", "x".repeat(5_000), {}, {}],
    ["that holds nothing", "42", "", {}, { unreadable: "other" }],
    ["of half a character", "42", "\ud83d", {}, { text: "�" }],
    ["of entities alone", "42", "", { entities: [bold(0, 4)] }, { unreadable: "other" }],
    ["whose entities end behind it", "42", "short", { entities: [bold(2, 900)] }, {}],
    ["whose entities begin before it", "42", "short", { entities: [bold(-5, -1)] }, {}],
    ["of a person whose id is above 2^53", beyond, "hi", {}, { chatId: beyond, userId: beyond }],
  ])("(2) a message %s", async (_, from, text, fields, expected) => {
    const { messages } = await listening();
    server.say(from, text, { fields });
    server.say("42", "afterwards");
    await count(messages, 2);
    expect(messages.map((message) => message.text).toSorted()).toContain("afterwards");
    const odd = messages.find((message) => message.text !== "afterwards");
    expect(odd).toMatchObject({ text, userId: from, ...expected });
  });

  it("(2) a group whose id looks like a channel's is a group", async () => {
    const { messages } = await listening();
    server.say("42", "hi", { group: "-1001234567" });
    server.say("42", "hi", { group: "-1000000000042" });
    await count(messages, 2);
    expect(Object.fromEntries(messages.map(({ chatId, chatType }) => [chatId, chatType]))).toEqual({
      "-1001234567": "group",
      "-1000000000042": "supergroup",
    });
  });
});

function bold(offset: number, length: number) {
  return { _: "messageEntityBold", offset, length };
}

function document(...attributes: readonly object[]) {
  const file = { file_reference: Buffer.alloc(0), mime_type: "application/octet-stream", size: 1n };
  const place = { id: 1n, access_hash: 1n, date: 0, dc_id: 1 };
  return { _: "messageMediaDocument", document: { _: "document", ...file, ...place, attributes } };
}

function sound(voice: boolean) {
  return { _: "documentAttributeAudio", voice, duration: 1 };
}
