import {
  type InboundMessage,
  inboundQueue,
  type OutboundMessage,
  outboundQueue,
} from "@tgmem/contracts";
import { inMemoryQueue, type Queue } from "@tgmem/queue";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { receive, type ReceivedMessage } from "../receive.ts";
import { redisWaitingLimit } from "./waiting-limit.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const prefix = randomPrefix();
beforeEach((context) => context.skip(server.missing, "no Redis"));
afterAll(async () => {
  const keys = server.missing ? [] : await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

let worlds = 0;

/** Makes the lists, and as many receivers as a test asks for, of which each lets four messages of a person wait. */
function setup({ most = 4 } = {}) {
  const inbound: Queue<InboundMessage> = inMemoryQueue(inboundQueue);
  const outbound: Queue<OutboundMessage> = inMemoryQueue(outboundQueue);
  const keys = `${prefix}${++worlds}:`;
  let isBroken = false;
  const push: typeof outbound.push = async (jobs) => {
    if (isBroken) throw new Error("away");
    return outbound.push(jobs);
  };
  /** Refuses everything on the outbound list, until the returned function is called. */
  const breakOutbound = () => {
    isBroken = true;
    return () => void (isBroken = false);
  };
  let number = 0;
  const newReceiver = () => {
    const waiting = redisWaitingLimit({ redis, inbound, account: "999", most, prefix: keys });
    return (fields: Partial<ReceivedMessage> = {}) => {
      const message = {
        chatId: "42",
        userId: "42",
        messageId: ++number,
        text: "hi",
        sentAtMs: 1,
        ...fields,
      };
      return receive(message, {
        inbound,
        account: "999",
        whitelist: null,
        limit: { waiting, outbound: { push } },
      });
    };
  };
  /** Answers so many messages, of as many chats as there are. */
  async function answer(count: number): Promise<void> {
    for (let done = 0; done < count; done++) {
      const [job] = await inbound.take({ max: 1, leaseMs: 60_000, waitMs: 0 });
      await inbound.settle([job?.receipt ?? ""]);
    }
  }
  /** Lets the second pass in which nobody looks twice what is gone. */
  const letTimePass = async () => {
    const marks = await redis.keys(`${keys}*:looks`);
    if (marks.length > 0) await redis.del(marks);
  };
  const told = async () => {
    const jobs = await outbound.take({ max: 100, leaseMs: 60_000, waitMs: 0 });
    await outbound.settle(jobs.map(({ receipt }) => receipt));
    return jobs.map(({ body }) => body);
  };
  return { inbound, newReceiver, breakOutbound, answer, letTimePass, told };
}

it("refuses what is too much of one person, and goes on when some is answered", async () => {
  const { newReceiver, answer, letTimePass } = setup();
  const write = newReceiver();
  for (let count = 0; count < 4; count++) expect(await write()).toBe("accepted");
  expect([await write(), await write()]).toEqual(["refused", "refused"]);
  await answer(1);
  await letTimePass();
  expect([await write(), await write()]).toEqual(["accepted", "refused"]);
});

it("takes in everything of others, in the same group, too", async () => {
  const { newReceiver } = setup();
  const write = newReceiver();
  for (let count = 0; count < 9; count++) await write({ chatId: "-7" });
  expect(await write({ chatId: "-7" })).toBe("refused");
  for (let count = 0; count < 4; count++)
    expect(await write({ chatId: "-7", userId: "43" })).toBe("accepted");
});

it("counts a person's messages of all chats together, also those that come at once and to several receivers", async () => {
  const { newReceiver, inbound } = setup();
  const [one, other] = [newReceiver(), newReceiver()];
  const chats = Array.from({ length: 20 }, (_, index) => `-${index + 1}`);
  const outcomes = await Promise.all(
    chats.flatMap((chatId) => [one({ chatId }), other({ chatId })]),
  );
  expect(outcomes.filter((outcome) => outcome === "accepted").length).toBe(4);
  expect((await inbound.stats()).depth).toBe(4);
});

it("counts edits, media and every part of what is put together", async () => {
  const { newReceiver } = setup();
  const write = newReceiver();
  const members = [1, 2].map((messageId) => ({
    chatId: "42",
    userId: "42",
    messageId,
    text: "part",
    sentAtMs: 1,
  }));
  expect(await write({ messageId: 1, members })).toBe("accepted");
  expect(await write({ editedAtMs: 5 })).toBe("accepted");
  expect(await write({ text: "", unreadable: "voice" })).toBe("accepted");
  expect(await write()).toBe("refused");
});

it("takes in what is put together of more than the limit, where nothing else waits", async () => {
  const { newReceiver } = setup({ most: 1 });
  const write = newReceiver();
  const members = [1, 2].map((messageId) => ({
    chatId: "42",
    userId: "42",
    messageId,
    text: "part",
    sentAtMs: 1,
  }));
  expect([await write({ messageId: 1, members }), await write()]).toEqual(["accepted", "refused"]);
});

it("lets commands through however many messages wait, and only so many of them", async () => {
  const { newReceiver } = setup();
  const write = newReceiver();
  for (let count = 0; count < 5; count++) await write();
  for (let count = 0; count < 4; count++) expect(await write({ text: "/forget" })).toBe("accepted");
  expect(await write({ text: "/forget" })).toBe("refused");
});

it("tells the person once, in their language and where they wrote, until few wait again", async () => {
  const { newReceiver, answer, letTimePass, told } = setup();
  const write = newReceiver();
  const sender = { name: "Ada", languageCode: "de" };
  for (let count = 0; count < 7; count++) await write({ sender });
  const [sentence, ...more] = await told();
  expect(sentence).toMatchObject({
    chatId: "42",
    userId: "42",
    text: expect.stringMatching(/^Du hast mehr/),
  });
  expect(more).toEqual([]);
  await answer(1);
  await letTimePass();
  for (let count = 0; count < 3; count++) await write();
  expect(await told()).toEqual([]);
  await answer(4);
  await letTimePass();
  for (let count = 0; count < 6; count++) await write();
  expect((await told()).length).toBe(1);
});

it("tells the person although the receiver died before it could", async () => {
  const { newReceiver, breakOutbound, told } = setup();
  const write = newReceiver();
  for (let count = 0; count < 4; count++) await write();
  const mended = breakOutbound();
  await expect(write({ messageId: 77 })).rejects.toThrow("away");
  mended();
  expect([await newReceiver()({ messageId: 77 }), await write()]).toEqual(["refused", "refused"]);
  expect((await told()).length).toBe(1);
});

it("is of one mind about a message that comes again", async () => {
  const { newReceiver, inbound } = setup();
  const write = newReceiver();
  for (let count = 0; count < 3; count++) await write();
  expect(await write({ messageId: 9 })).toBe("accepted");
  expect(await newReceiver()({ messageId: 9 })).toBe("duplicate");
  expect((await inbound.stats()).depth).toBe(4);
});
