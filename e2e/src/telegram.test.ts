import { type RunningProcess, until } from "@tgmem/processes";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTelegramWorld, type TelegramWorld } from "./telegram.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const users = Array.from({ length: 10 }, (_, index) => String(2_001 + index));
const operator = "2999";
const messagesEach = 30;
const total = users.length * messagesEach;
const textOf = (user: string, index: number) => `message ${index} of ${user}`;

let here: TelegramWorld;
let worker: RunningProcess;
beforeAll(async () => void (here = await createTelegramWorld()), 900_000);
afterAll(() => here.close());

it("replies to 10 users × 30 messages on Telegram once each and in order, over three disconnects, a restart of the receiver and a killed sender", async () => {
  const { world, telegram } = here;
  const env = {
    ...here.env,
    SEND_CHAT_INTERVAL_MS: "0",
  };
  worker = await world.start("worker", { ADMIN_USER: operator });
  await world.start("consumer");
  const sender = await world.start("sender", env);
  const receiver = await world.start("receiver", env);
  const replies = (count: number) =>
    until(() => telegram.sent.length >= count, { timeoutMs: 240_000, what: `${count} replies` });
  const say = (from: number, to: number) => {
    for (let index = from; index < to; index++)
      for (const user of users) telegram.say(user, textOf(user, index));
  };

  say(0, 8);
  telegram.faults.dropConnections();
  await replies(20);
  await sender.stop("SIGKILL");
  const secondSender = await world.start("sender", env);
  say(8, 15);
  telegram.faults.dropConnections();
  await replies(80);
  expect(await receiver.stop("SIGTERM")).toBe(0);
  say(15, 22);
  const secondReceiver = await world.start("receiver", env);
  say(22, messagesEach);
  telegram.faults.dropConnections();
  await replies(total);
  await until(async () => (await world.outbound.stats()).depth === 0, { timeoutMs: 60_000 });

  for (const user of users)
    expect(
      telegram.sent.filter(({ chatId }) => chatId === user).map(({ text }) => withoutLabel(text)),
    ).toEqual(
      Array.from({ length: messagesEach }, (_, index) => `You said: ${textOf(user, index)}`),
    );
  expect(telegram.sent).toHaveLength(total);
  expect(await secondReceiver.stop("SIGTERM")).toBe(0);
  expect(await secondSender.stop("SIGTERM")).toBe(0);
  expect(world.output()).not.toContain("message 0 of");
}, 900_000);

it("tells an operator who asks in Telegram how all four processes and the lists are", async () => {
  const { world, telegram } = here;
  const env = { ...here.env, ADMIN_USER: operator };
  const processes = [await world.start("sender", env), await world.start("receiver", env)];
  const sent = (chat: string) =>
    telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
  telegram.say(operator, "/status");
  telegram.say("2001", "/status");
  await until(() => sent(operator).length > 0 && sent("2001").length > messagesEach);
  for (const name of ["receiver", "consumer", "worker", "sender"])
    expect(sent(operator)[0]).toMatch(new RegExp(`${name}: (?:not )?ready`));
  expect(sent(operator)[0]).toMatch(/inbound: [12] wait/);
  expect(sent("2001").at(-1)).toContain("I do not know that command.");
  for (const process of processes) expect(await process.stop("SIGTERM")).toBe(0);
}, 300_000);

it("lets a chat choose its model, which answers also after the worker was killed", async () => {
  const { world, telegram } = here;
  const offered = { MODELS: "fake/first, fake/second" };
  await worker.stop("SIGTERM");
  worker = await world.start("worker", offered);
  const env = { ...here.env, ...offered };
  await Promise.all([world.start("sender", env), world.start("receiver", env)]);
  const answerTo = async (text: string) => {
    const before = telegram.sent.length;
    telegram.say("2998", text);
    await until(() => telegram.sent.length > before, { timeoutMs: 120_000, what: text });
    return telegram.sent.at(-1)?.text;
  };
  const askedModel = async (text: string) => {
    await answerTo(text);
    const isOf = ({ content }: { content: string }) => content.endsWith(text);
    return world.model.requests.find(({ messages }) => messages.some(isOf))?.model;
  };
  expect(await askedModel("who answers at first?")).toBe("fake/chat");
  expect(await answerTo("/model 2")).toBe("From now on this model answers here: fake/second");
  expect(await askedModel("who answers now?")).toBe("fake/second");
  await worker.stop("SIGKILL");
  worker = await world.start("worker", offered);
  expect(await askedModel("who answers after the restart?")).toBe("fake/second");
  expect(await answerTo("/model default")).toBe("From now on the usual model answers here.");
  expect(await askedModel("who answers in the end?")).toBe("fake/chat");
}, 300_000);
