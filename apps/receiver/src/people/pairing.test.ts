import { inboundQueue, redisPeople } from "@tgmem/contracts";
import { inMemoryQueue } from "@tgmem/queue";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { receive, type ReceivedMessage } from "../receive.ts";
import { createPairing, newPairingCode } from "./pairing.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(() => redis.disconnect());

const { signal } = new AbortController();

function setup() {
  const people = redisPeople(redis, { key: randomPrefix() });
  const inbound = inMemoryQueue(inboundQueue);
  const code = newPairingCode();
  const told: { readonly chatId: string; readonly randomId: bigint }[] = [];
  const telegram = {
    async send(message: { readonly chatId: string; readonly randomId: bigint }) {
      told.push(message);
      return {};
    },
  };
  const pair = createPairing({ code, people, telegram, signal });
  let messageId = 0;
  return {
    code,
    people,
    told,
    say: (userId: string, text: string, more: Partial<ReceivedMessage> = {}) =>
      receive(
        { chatId: userId, userId, messageId: ++messageId, text, sentAtMs: 1, ...more },
        { inbound, account: "999", whitelist: new Set(), people, pair },
      ),
  };
}

it.skipIf(server.missing)(
  "makes the first who sends the code the operator, who may talk from then on",
  async () => {
    const { code, say, told, people } = setup();
    expect(await say("42", "hello")).toBe("ignored");
    expect(await say("42", `/start ${code}`, { sender: { name: "Anna" } })).toBe("ignored");
    expect(told).toMatchObject([{ chatId: "42" }]);
    expect(await people.list()).toMatchObject([{ id: "42", standing: "admin", name: "Anna" }]);
    expect(await say("42", "hello")).toBe("accepted");
  },
);

it.skipIf(server.missing)("takes the code as somebody types it", async () => {
  const { code, say, people } = setup();
  await say("42", ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `);
  expect(await people.standings(["42"])).toEqual(["admin"]);
});

it.skipIf(server.missing)(
  "makes nobody the operator by another code, in a group, or after the first; and tells nothing of it",
  async () => {
    const { code, say, told, people } = setup();
    for (const text of ["", code.slice(1), `${code}A`, "A".repeat(code.length), "/start"])
      await say("43", text);
    await say("43", code, { chatId: "-7" });
    expect(await people.list()).toEqual([]);
    await say("42", code);
    await say("43", code);
    expect(told.map(({ chatId }) => chatId)).toEqual(["42"]);
    expect((await people.list()).map(({ id }) => id)).toEqual(["42"]);
  },
);

it.skipIf(server.missing)("tells the operator again under the same random id", async () => {
  const { code, say, told } = setup();
  await say("42", code);
  await say("42", code);
  expect(told).toHaveLength(2);
  expect(told[0]?.randomId).toBe(told[1]?.randomId);
});

it("makes codes that nobody guesses or misreads", () => {
  const codes = new Set(Array.from({ length: 200 }, newPairingCode));
  expect(codes.size).toBe(200);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
});
