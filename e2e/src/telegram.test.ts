import { until } from "@tgmem/processes";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTelegramWorld, type TelegramWorld } from "./telegram.kit.ts";
import { withoutLabel } from "./world.kit.ts";

const users = Array.from({ length: 10 }, (_, index) => String(2_001 + index));
const messagesEach = 30;
const total = users.length * messagesEach;
const textOf = (user: string, index: number) => `message ${index} of ${user}`;

let here: TelegramWorld;
beforeAll(async () => void (here = await createTelegramWorld()), 900_000);
afterAll(() => here.close());

it("replies to 10 users × 30 messages on Telegram once each and in order, over three disconnects, a restart of the receiver and a killed sender", async () => {
  const { world, telegram } = here;
  const env = {
    ...here.env,
    SEND_CHAT_INTERVAL_MS: "0",
  };
  await world.start("worker");
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
