import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { inMemoryStops, redisStops, type StopRequest, type Stops } from "./stops.ts";

const server = await testRedis();
const clients = [0, 1].map(() => new Redis(server.url, { lazyConnect: server.missing }));
afterAll(() => {
  for (const client of clients) client.disconnect();
});

/** Two processes that share what is stopped; where there is one alone, it is both. */
const places = [
  {
    name: "in one process",
    skip: false,
    make: (): readonly Stops[] => {
      const stops = inMemoryStops();
      return [stops, stops];
    },
  },
  {
    name: "in Redis, of two processes",
    skip: server.missing,
    make: (): readonly Stops[] => {
      const prefix = randomPrefix();
      return clients.map((client) => redisStops(client, { prefix, lookEveryMs: 5 }));
    },
  },
];

const message = { chatId: "-7", userId: "42" };
const by = (request: Partial<StopRequest> = {}): StopRequest => ({
  chatId: "-7",
  userId: "42",
  id: "tg:9:-7:9",
  isAdministrator: false,
  ...request,
});

describe.each(places)("$name", ({ skip, make }) => {
  it.skipIf(skip)("stops the answer to who has asked, in whatever process it is made", async () => {
    const [one, other] = make();
    const answer = one?.begin("tg:9:-7:5", message);
    await expect.poll(() => other?.stop(by())).toBe("stopped");
    await expect.poll(() => answer?.signal.aborted).toBe(true);
    await expect.poll(() => other?.stop(by())).toBe("stopped");
    answer?.ended();
    await expect.poll(() => other?.stop(by())).toBe("nothing");
  });

  it.skipIf(skip)("stops nothing of another chat, and nothing where nothing is made", async () => {
    const [one, other] = make();
    expect(await other?.stop(by())).toBe("nothing");
    const answer = one?.begin("tg:9:-7:5", message);
    expect(await other?.stop(by({ chatId: "-8" }))).toBe("nothing");
    expect(answer?.signal.aborted).toBe(false);
  });

  it.skipIf(skip)("stops the answer to another person for an administrator alone", async () => {
    const [one, other] = make();
    const answer = one?.begin("tg:9:-7:5", message);
    await expect.poll(() => other?.stop(by({ userId: "43" }))).toBe("not_yours");
    expect(answer?.signal.aborted).toBe(false);
    await expect
      .poll(() => other?.stop(by({ userId: "43", isAdministrator: true })))
      .toBe("stopped");
    await expect.poll(() => answer?.signal.aborted).toBe(true);
  });

  it.skipIf(skip)("stops no answer to what was said after the wish", async () => {
    const [one, other] = make();
    const answer = one?.begin("tg:9:-7:10", message);
    expect(await other?.stop(by())).toBe("nothing");
    expect(answer?.signal.aborted).toBe(false);
  });

  it.skipIf(skip)("leaves the next answer alone, and is not ended by one before it", async () => {
    const [one, other] = make();
    const first = one?.begin("tg:9:-7:5", message);
    await expect.poll(() => other?.stop(by())).toBe("stopped");
    const second = one?.begin("tg:9:-7:6", message);
    await expect.poll(() => first?.signal.aborted).toBe(true);
    first?.ended();
    expect(second?.signal.aborted).toBe(false);
    await expect.poll(async () => (await other?.stop(by())) && second?.signal.aborted).toBe(true);
  });
});

it.skipIf(server.missing)("keeps no text, and nothing for ever", async () => {
  const prefix = randomPrefix();
  const [redis = expect.unreachable()] = clients;
  const stops = redisStops(redis, { prefix, newId: () => "one" });
  stops.begin("tg:9:-7:5", message);
  await stops.stop(by());
  expect(await redis.get(`${prefix}making:-7`)).toBe("one 42 tg:9:-7:5");
  for (const key of ["making:-7", "stop:one"])
    expect(await redis.pttl(`${prefix}${key}`)).toBeGreaterThan(0);
});

async function away(): Promise<never> {
  throw new Error("Connection is closed.");
}

it("lets answers be made while Redis is away", async () => {
  const stops = redisStops({ get: away, mget: away, set: away, eval: away }, { lookEveryMs: 1 });
  const answer = stops.begin("tg:9:-7:5", message);
  await expect(stops.stop(by())).rejects.toThrow("closed");
  expect(answer.signal.aborted).toBe(false);
  answer.ended();
});
