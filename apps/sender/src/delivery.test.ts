import { until } from "@tgmem/processes";
import { splitFormatted } from "@tgmem/telegram";
import { renderMarkdown } from "@tgmem/telegram/rendering";
import { describe, expect, it } from "vitest";
import { senderWorlds } from "./sender.kit.ts";

const senderWorld = await senderWorlds();

/** About 10,000 characters with all that Markdown has, and a fence that nobody closes. */
const long = [
  "# Answer",
  "Some **bold** and *italic* words, `code`, a [link](https://example.org/) and 😀.",
  ...Array.from(
    { length: 90 },
    (_, index) => `${index + 1}. item number ${index + 1} with *some* words`,
  ),
  "",
  "```ts",
  ...Array.from({ length: 140 }, (_, index) => `const line${index} = "${"x".repeat(20)}";`),
].join("\n");

it.each(["replay", "error"] as const)(
  "stores the message once and settles the job when a lost answer is repeated with %s",
  async (duplicates) => {
    const { server, outbound, start, push, sentTo, allDone } = await senderWorld();
    server.settings.duplicates = duplicates;
    server.faults.loseReply();
    await push("42", "lost");
    const sender = await start();
    await allDone();
    expect(sentTo("42")).toEqual(["lost"]);
    expect((await outbound.stats()).deadLetters).toBe(0);
    await sender.stop("SIGTERM");
  },
);

describe.each(["FLOOD_WAIT", "SLOWMODE_WAIT"])("at %s", (text) => {
  it("lets one chat wait, and the others go on", async () => {
    const { server, start, push, sentTo, depth } = await senderWorld();
    server.faults.call({ on: "messages.sendMessage", code: 420, text: `${text}_600` });
    await push("42", "waits");
    const sender = await start({ LOG_LEVEL: "debug" });
    await sender.says("wait 600 s");
    const others = Array.from({ length: 8 }, (_, index) => `meanwhile ${index}`);
    for (const message of others) await push("43", message);
    await until(async () => (await depth()) === 1);
    expect(sentTo("43")).toEqual(others);
    expect(sentTo("42")).toEqual([]);
    await sender.stop("SIGTERM");
  });

  it("sends in order what has waited, and neither counts that as an attempt nor asks before the time", async () => {
    const { server, start, push, sentTo, allDone, called } = await senderWorld();
    server.faults.call({ on: "messages.sendMessage", code: 420, text: `${text}_1` });
    await push("42", "first");
    await push("42", "second");
    const sender = await start({ LOG_LEVEL: "debug" });
    await allDone();
    expect(sentTo("42")).toEqual(["first", "second"]);
    expect(called("messages.sendMessage")).toBe(3);
    expect(sender.output().match(/not sent/g)).toHaveLength(1);
    await sender.stop("SIGTERM");
  });
});

it("sends 10,000 characters of Markdown in formatted parts, each whole, and goes on behind the last one after a crash", async () => {
  const { server, redis, start, push, called, allDone } = await senderWorld();
  const sent = () => server.sent.filter((message) => message.chatId === "43");
  await push("43", long, { replyToMessageId: 9 });
  const first = await start();
  await until(() => sent().length >= 2);
  await first.stop("SIGKILL");
  const calls = called("messages.sendMessage");
  const second = await start();
  await allDone();
  // The first part was recorded, because the second one was sent.
  expect(called("messages.sendMessage") - calls).toBeLessThan(sent().length);
  expect(sent().length).toBeGreaterThanOrEqual(3);
  for (const { text, entities } of sent()) {
    expect(text.length).toBeLessThanOrEqual(4_096);
    expect(entities.length).toBeGreaterThan(0);
    for (const entity of entities)
      expect(Number(entity["offset"]) + Number(entity["length"])).toBeLessThanOrEqual(text.length);
  }
  const whole = sent()
    .map(({ text }) => text)
    .join("\n");
  for (const piece of ["bold", "item number 90", "line0", "line139"])
    expect(whole).toContain(piece);
  expect(whole).not.toContain("```");
  expect(sent().map(({ replyToMessageId }) => replyToMessageId)).toEqual([
    9,
    ...sent()
      .slice(1)
      .map(() => undefined),
  ]);
  for (const key of await redis.keys("tgmem:sent:*"))
    expect(await redis.pttl(key)).toBeGreaterThan(0);
  await second.stop("SIGTERM");
});

it("keeps the order of each chat under load, and lets no chat wait for another", async () => {
  const { server, start, push, sentTo, allDone } = await senderWorld();
  const texts = Array.from({ length: 25 }, (_, index) => `load ${index}`);
  for (const chatId of ["42", "43", "-7"])
    for (const text of texts) await push(chatId, text, { userId: "42" });
  server.faults.call({ on: "messages.sendMessage", code: 500, text: "INTERNAL" });
  const sender = await start({ SEND_PER_SECOND: "1000" });
  await allDone();
  for (const chatId of ["42", "43", "-7"]) expect(sentTo(chatId)).toEqual(texts);
  await sender.stop("SIGTERM");
});

it("comes to an end with whatever it is given", async () => {
  const { outbound, start, push, sentTo, allDone } = await senderWorld();
  const inputs = [
    " \n\t",
    "&nbsp;",
    "**  ** __ __",
    "```",
    "broken \uD83D here",
    `${">".repeat(1_000)} deep`,
    "[".repeat(10_000),
    "*".repeat(10_000),
    "a\u0000b",
  ];
  for (const text of inputs) await push("42", text);
  const sender = await start();
  await allDone();
  expect((await outbound.stats()).deadLetters).toBe(0);
  const shown = inputs
    .flatMap((text) => splitFormatted(renderMarkdown(text)))
    .map(({ text }) => text.toWellFormed());
  expect(sentTo("42")).toEqual(shown);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("sends three messages to a chat at once, then at the pace that is set, and others go on", async () => {
  const { start, push, sentTo, depth } = await senderWorld();
  for (let count = 0; count < 5; count++) await push("44", `pace ${count}`);
  const sender = await start({ SEND_CHAT_INTERVAL_MS: "60000" });
  await until(() => sentTo("44").length === 3);
  for (let count = 0; count < 3; count++) await push("43", `beside ${count}`);
  await until(() => sentTo("43").includes("beside 2"));
  expect(sentTo("44")).toEqual(["pace 0", "pace 1", "pace 2"]);
  await until(async () => (await depth()) === 2);
  expect(await sender.stop("SIGTERM")).toBe(0);
});
