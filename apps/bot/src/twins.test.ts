import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forgetScript, redisPeople } from "@tgmem/contracts";
import { openFolder } from "@tgmem/folder";
import type { Records } from "@tgmem/records";
import { takePlaceScript } from "@tgmem/receiver";
import { redisShownDrafts } from "@tgmem/sender";
import { connectRedis, createOutages, type Redis } from "@tgmem/service";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { afterAll, beforeEach, expect, it } from "vitest";
import { twins } from "./twins.ts";

const { url, missing } = await testRedis();
const silent = { error: () => {}, info: () => {}, debug: () => {} };
const redis = connectRedis(url, { outages: createOutages(silent) });
const folder = await mkdtemp(join(tmpdir(), "tgmem-twins-"));
const opened = openFolder(folder, { window: 10, onError: () => {}, twins });
const { records } = opened;
beforeEach((context) => context.skip(missing, "no Redis"));
afterAll(async () => {
  redis.disconnect();
  await opened.close();
  await rm(folder, { recursive: true });
});

type Client = Records | Redis;

/** Takes the same steps with the script and with its twin, on keys of their own, and compares what both say of each. */
async function compare<S>(
  step: fc.Arbitrary<S>,
  take: (client: Client, prefix: string, taken: S) => Promise<unknown>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const prefix = `${randomPrefix()}twins:`;
      for (const taken of steps)
        expect(await take(records, prefix, taken)).toEqual(await take(redis, prefix, taken));
      const keys = await redis.keys(`${prefix}*`);
      expect((await records.keys(`${prefix}*`)).toSorted()).toEqual(keys.toSorted());
      for (const key of keys) {
        // What lasts a second may be gone in one of them by now.
        const [here, there] = [await records.pttl(key), await redis.pttl(key)];
        if (Math.min(here, there) > 1_000) expect(Math.abs(here - there)).toBeLessThan(1_000);
      }
      if (keys.length > 0) await redis.del(...keys);
    }),
    { numRuns: 60 },
  );
}

it("shows partial texts by the same rules in a file as in Redis", async () => {
  const job = fc.constantFrom("a", "b");
  const step = fc.oneof(
    fc.record({ does: fc.constant("begin" as const), job }),
    fc.record({ does: fc.constant("note" as const), job }),
    fc.record({ does: fc.constant("finish" as const), job, by: fc.constantFrom("a", "b", "x") }),
    fc.record({ does: fc.constant("forget" as const), job }),
    fc.record({ does: fc.constant("isOver" as const), job }),
  );
  await compare(step, (client, prefix, taken) => {
    const shown = redisShownDrafts(client, { prefix });
    if (taken.does === "finish") return shown.finish(taken.job, { by: taken.by });
    if (taken.does === "note") return shown.note(taken.job, 7);
    return shown[taken.does](taken.job);
  });
});

it("lets people wait by the same rules in a file as in Redis", async () => {
  const step = fc.record({
    id: fc.constantFrom("1", "2", "3", "4", "5"),
    messages: fc.integer({ min: 1, max: 4 }),
    gone: fc.boolean(),
  });
  await compare(step, async (client, prefix, { id, messages, gone }) => {
    const [places, ...marks] = ["places", "told", "looked"].map((name) => prefix + name);
    if (gone) return client.hdel(places ?? "", id);
    const reply = await client.eval(
      takePlaceScript,
      3,
      places ?? "",
      ...marks,
      4,
      id,
      messages,
      "lane",
      60_000,
    );
    // Whether one may look again is a matter of a second.
    return Math.max(0, Number(reply));
  });
});

it("asks about people, and keeps what was decided, by the same rules in a file as in Redis", async () => {
  const id = fc.constantFrom("1", "2", "3");
  const dayMs = 86_400_000;
  const step = fc.oneof(
    fc.record({ does: fc.constant("ask" as const), id, day: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ does: fc.constant("answer" as const), id, day: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ does: fc.constantFrom("asked", "decide", "revoke", "pair", "list"), id }),
  );
  await compare(step, (client, prefix, taken) => {
    const day = "day" in taken ? taken.day : 0;
    const people = redisPeople(client, { key: `${prefix}people`, now: () => (100 + day) * dayMs });
    const person = { id: taken.id, name: `person ${taken.id}` };
    if (taken.does === "ask") return people.ask(person);
    if (taken.does === "answer") return people.answer(taken.id, "allowed", "9");
    if (taken.does === "asked") return people.asked(taken.id, { 9: 5 });
    if (taken.does === "decide") return people.decide(taken.id, "blocked");
    if (taken.does === "revoke") return people.revoke(taken.id);
    return taken.does === "pair" ? people.pair(person) : people.standings(["1", "2", "3"]);
  });
});

it("keeps up to where chats were forgotten by the same rules in a file as in Redis", async () => {
  const step = fc.record({ chat: fc.constantFrom("1", "2"), mark: fc.constantFrom("5 a", "6 b") });
  await compare(step, async (client, prefix, { chat, mark }) => [
    await client.get(prefix + chat),
    await client.eval(forgetScript, 1, prefix + chat, mark, 60_000),
  ]);
});
