import { type MessageEdit, randomId, TelegramError, type TelegramPort } from "@tgmem/telegram";
import { until } from "@tgmem/processes";
import { describe, expect, it } from "vitest";
import { draftsBench } from "./drafts.kit.ts";
import { draftRandomId } from "./show-draft.ts";

const { server, redis, telegram, clock, newSender, newJob, sentTo, textsIn, called, shownKey } =
  await draftsBench();

const refuseEdit = (text: string, code = 400) =>
  server.faults.call({ on: "messages.editMessage", code, text });

it("lets an answer grow in one message, rendered, and puts the whole answer there", async () => {
  const { grow, finish, events } = newSender();
  const job = newJob({ text: "**The** whole answer" });
  await grow(job, "**The**");
  expect(sentTo(job.body.chatId)).toMatchObject([{ text: "The …", entities: [{ length: 3 }] }]);
  await grow(job, "**The** whole");
  expect(textsIn(job.body.chatId)).toEqual(["The whole …"]);
  expect(await finish(job)).toBeUndefined();
  expect(sentTo(job.body.chatId)).toMatchObject([
    { text: "The whole answer", entities: [{ length: 3 }], randomId: draftRandomId(job.id) },
  ]);
  expect(events).toMatchObject([
    { type: "shown" },
    { type: "grown" },
    { type: "sent", id: job.id, parts: 1 },
  ]);
});

it("sends an answer of which nothing was shown as a message of its own, and shows nothing of it afterwards", async () => {
  const job = newJob();
  await newSender().finish(job);
  await newSender().grow(job, "late");
  expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
});

it("grows no oftener than every 1.5 s, with the newest text", async () => {
  const { grow, drafts } = newSender();
  const job = newJob();
  const heard = (text: string) => drafts.heard({ v: 1, id: job.id, answer: { ...job.body, text } });
  await grow(job, "one");
  const before = called("messages.editMessage");
  for (const text of ["one two", "one two three"]) {
    clock.time += 700;
    heard(text);
    await drafts.tick();
  }
  expect(called("messages.editMessage")).toBe(before);
  clock.time += 100;
  await drafts.tick();
  expect(textsIn(job.body.chatId)).toEqual(["one two three …"]);
});

it("grows less often where each text takes long to render", async () => {
  const { grow, drafts } = newSender({ now: () => (clock.time += 100) });
  const job = newJob();
  await grow(job, "one");
  await grow(job, "one two");
  expect(textsIn(job.body.chatId)).toEqual(["one …"]);
  clock.time += 5_000;
  await drafts.tick();
  expect(textsIn(job.body.chatId)).toEqual(["one two …"]);
});

it("keeps the reply and the topic", async () => {
  const { grow, finish } = newSender();
  const job = newJob({ chatId: "-1001000000123", replyToMessageId: 9, topicId: 7 });
  await grow(job, "one");
  expect(sentTo(job.body.chatId)).toMatchObject([{ replyToMessageId: 9, topicId: 7 }]);
  await finish(job);
  expect(sentTo(job.body.chatId)).toMatchObject([
    { text: "The whole answer", replyToMessageId: 9, topicId: 7 },
  ]);
});

it("fills one message of a long answer, which then waits for the others", async () => {
  const { grow, finish } = newSender();
  const words = Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(" ");
  const job = newJob({ text: words });
  await grow(job, words.slice(0, 3_000));
  await grow(job, words.slice(0, 8_000));
  const [first, ...others] = textsIn(job.body.chatId);
  expect(others).toEqual([]);
  expect(first?.length).toBeLessThanOrEqual(4_096);
  expect(words.startsWith(first?.replace(/ …$/, "") ?? "none")).toBe(true);
  const before = called("messages.editMessage");
  await grow(job, words.slice(0, 9_000));
  expect(called("messages.editMessage")).toBe(before);
  await finish(job);
  expect(textsIn(job.body.chatId).join(" ")).toBe(words);
});

it("shows nothing while something else waits to be sent to the chat", async () => {
  let owed = true;
  const { grow, drafts } = newSender({ isOwed: async () => owed });
  const job = newJob();
  await grow(job, "one");
  expect(textsIn(job.body.chatId)).toEqual([]);
  owed = false;
  clock.time += 500;
  await drafts.tick();
  expect(textsIn(job.body.chatId)).toEqual(["one …"]);
});

it("looks again by itself at what grows, however long nothing did", async () => {
  let owed = true;
  const { drafts } = newSender({ isOwed: async () => owed });
  const stop = new AbortController();
  const running = drafts.run({ signal: stop.signal });
  const job = newJob();
  await drafts.tick();
  drafts.heard({ v: 1, id: job.id, answer: { ...job.body, text: "one" } });
  owed = false;
  await until(
    () => {
      clock.time += 500;
      return textsIn(job.body.chatId).length > 0;
    },
    { what: "the text" },
  );
  stop.abort();
  await running;
});

it("shows nothing when the answer comes before it could", async () => {
  const looked = Promise.withResolvers<boolean>();
  const { finish, drafts } = newSender({ isOwed: () => looked.promise });
  const job = newJob();
  drafts.heard({ v: 1, id: job.id, answer: { ...job.body, text: "one" } });
  const finished = finish(job);
  looked.resolve(false);
  await finished;
  expect(sentTo(job.body.chatId)).toMatchObject([
    { text: "The whole answer", randomId: randomId(job.id, 0) },
  ]);
});

it("shows nothing to somebody who is not listed, nor in a chat that is not", async () => {
  const { grow } = newSender({ whitelist: new Set(["42"]) });
  const jobs = [newJob({ userId: "42" }), newJob({ chatId: "42", userId: "43" })];
  for (const job of jobs) await grow(job, "one");
  expect(jobs.flatMap(({ body }) => textsIn(body.chatId))).toEqual([]);
});

it("shows no text whose writing has ended, and goes on in the same message when another begins", async () => {
  const { grow, drafts, finish } = newSender();
  const job = newJob();
  await grow(job, "one two");
  drafts.heard({ v: 1, id: job.id, answer: { ...job.body, text: "one two three" } });
  drafts.heard({ v: 1, id: job.id });
  clock.time += 3_000;
  await drafts.tick();
  expect(textsIn(job.body.chatId)).toEqual(["one two …"]);
  await grow(job, "a");
  expect(textsIn(job.body.chatId)).toEqual(["a …"]);
  await finish(job);
  expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
});

it("goes on in the same message after two minutes of silence", async () => {
  const { grow, drafts } = newSender();
  const job = newJob();
  await grow(job, "one");
  clock.time += 120_000;
  await drafts.tick();
  await grow(job, "one two");
  await grow(job, "one two three");
  expect(textsIn(job.body.chatId)).toEqual(["one two three …"]);
});

it("uses at most half of a group's minute", async () => {
  const { grow } = newSender();
  const job = newJob({ chatId: "-77" });
  const before = called("messages.editMessage");
  for (let count = 0; count < 19; count++) await grow(job, `text ${count}`);
  expect(called("messages.editMessage") - before).toBe(9);
});

describe("where it cannot go on", () => {
  it("the answer is a message of its own after the person has deleted the first one", async () => {
    const { grow, finish, drafts } = newSender();
    const job = newJob();
    await grow(job, "one");
    server.delete(sentTo(job.body.chatId)[0]?.messageId ?? 0);
    await grow(job, "one two");
    const before = called("messages.editMessage");
    await grow(job, "one two three");
    expect(called("messages.editMessage")).toBe(before);
    for (let times = 0; times < 2; times++) {
      await finish(job);
      expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
    }
    expect(await drafts.finish(job.id, { by: job.id })).toBeUndefined();
  });

  it("the formatting is left out of both", async () => {
    const { grow, finish, events } = newSender();
    const job = newJob();
    server.faults.call({ on: "messages.sendMessage", code: 400, text: "ENTITY_BOUNDS_INVALID" });
    await grow(job, "**one**");
    refuseEdit("ENTITY_BOUNDS_INVALID");
    await finish(job);
    expect(sentTo(job.body.chatId)).toMatchObject([{ text: "The whole answer", entities: [] }]);
    expect(events).toContainEqual({ type: "degraded", id: job.id, what: "formatting" });
  });

  it("a flood wait pauses the chat, and the answer comes after it", async () => {
    const { grow, finish, refused } = newSender();
    const job = newJob();
    await grow(job, "one");
    refuseEdit("FLOOD_WAIT_60", 420);
    await grow(job, "one two");
    const before = called("messages.editMessage");
    for (let count = 0; count < 5; count++) await grow(job, `one two ${count}`);
    expect(called("messages.editMessage")).toBe(before);
    expect(refused).toMatchObject([{ code: "flood_wait", retryAfterMs: 60_000 }]);
    expect(await finish(job)).toBeUndefined();
    expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
  });

  it("a change that is carried out behind the answer is put right", async () => {
    const late: MessageEdit[] = [];
    const edit: TelegramPort["edit"] = async (change, options) => {
      if (change.text.endsWith("…")) {
        late.push(change);
        throw new TelegramError("timeout", "No answer in time.", { policy: "retry" });
      }
      const result = await telegram.edit(change, options);
      for (const one of late.splice(0)) await telegram.edit(one, options);
      return result;
    };
    const { grow, finish } = newSender({ telegram: { ...telegram, edit } });
    const job = newJob();
    await grow(job, "one");
    await grow(job, "one two");
    await finish(job);
    expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
  });

  it("a call that Telegram never answers holds the answer up no longer than 5 s", async () => {
    const { drafts, finish, events } = newSender();
    const job = newJob();
    server.faults.call({ on: "messages.sendMessage", hang: true });
    const before = called("messages.sendMessage");
    drafts.heard({ v: 1, id: job.id, answer: { ...job.body, text: "one" } });
    await expect.poll(() => called("messages.sendMessage")).toBe(before + 1);
    await finish(job);
    expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
    expect(events).toMatchObject([
      { type: "failed", error: { code: "aborted" } },
      { type: "sent" },
    ]);
  });

  it("an answer that is too long for Telegram goes on in messages of its own", async () => {
    const { grow, finish } = newSender();
    const words = Array.from({ length: 500 }, (_, index) => `w${index}`).join(" ");
    const job = newJob({ text: words });
    await grow(job, "w0");
    refuseEdit("MESSAGE_TOO_LONG");
    await finish(job);
    expect(sentTo(job.body.chatId)).toHaveLength(2);
    expect(textsIn(job.body.chatId).join(" ")).toBe(words);
  });

  it("a chat that is refused is left alone, and the answer is buried as ever", async () => {
    const { grow, finish } = newSender();
    const job = newJob();
    server.faults.call({ on: "messages.sendMessage", code: 400, text: "USER_IS_BLOCKED" });
    await grow(job, "one");
    const before = called("messages.sendMessage");
    await grow(job, "one two");
    expect(called("messages.sendMessage")).toBe(before);
    server.faults.call({ on: "messages.sendMessage", code: 400, text: "USER_IS_BLOCKED" });
    expect(await finish(job)).toMatchObject({ action: "bury" });
  });
});

const apologyFor = (job: ReturnType<typeof newJob>) => {
  const body = { ...job.body, text: "Sorry", replaces: job.id };
  return { ...job, id: `apology:1:${job.id}`, body };
};

describe("an apology", () => {
  it("takes the place of a partial text, and the answer that comes after all does not take its", async () => {
    const { grow, finish } = newSender();
    const job = newJob();
    await grow(job, "one");
    for (let times = 0; times < 2; times++) {
      await finish(apologyFor(job));
      expect(textsIn(job.body.chatId)).toEqual(["Sorry"]);
    }
    await newSender().grow(job, "one");
    await newSender().finish(job);
    expect(textsIn(job.body.chatId)).toEqual(["Sorry", "The whole answer"]);
    expect(await redis.pttl(shownKey(job.id))).toBeGreaterThan(30 * 86_400_000);
  });

  it("leaves an answer alone", async () => {
    const { grow, finish } = newSender();
    const job = newJob();
    await grow(job, "one");
    await finish(job);
    await finish(apologyFor(job));
    expect(textsIn(job.body.chatId)).toEqual(["The whole answer", "Sorry"]);
  });
});
