import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { mostQuestions, type People, questionMs } from "./people.ts";
import { redisPeople } from "./redis-people.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const keys: string[] = [];
afterAll(async () => {
  if (!server.missing && keys.length > 0) await redis.del(...keys);
  redis.disconnect();
});

/** Two processes that see the same people, and a clock of both. */
const kinds = [
  {
    name: "in Redis",
    skip: server.missing,
    make: (now: () => number): readonly [People, People] => {
      const key = randomPrefix();
      keys.push(key);
      return [redisPeople(redis, { key, now }), redisPeople(redis, { key, now })];
    },
  },
];

const anna = { id: "42", name: "Anna", language: "uk" };

describe.each(kinds)("$name", ({ skip, make }) => {
  function setup() {
    let nowMs = 1_000;
    const [here, there] = make(() => nowMs);
    return { here, there, advance: (ms: number) => void (nowMs += ms) };
  }

  it.skipIf(skip)("knows nothing of a stranger", async () => {
    const { here } = setup();
    expect(await here.standings(["42", "-7"])).toEqual([undefined, undefined]);
    expect(await here.standings([])).toEqual([]);
    expect(await here.list()).toEqual([]);
    expect(await here.revoke("42")).toBe(false);
    expect(await here.answer("42", "allowed", "7")).toEqual({ isDecided: false });
  });

  it.skipIf(skip)(
    "asks about a person once, and goes on with a question that was never noted as asked",
    async () => {
      const { here, there, advance } = setup();
      const person = { ...anna, sinceMs: 1_000 };
      expect(await here.ask(anna)).toEqual({ status: "open", person, isLast: false });
      advance(5);
      expect(await there.ask(anna)).toEqual({ status: "open", person, isLast: false });
      await there.asked("42", { "7": 11, "8": 12 });
      expect(await here.ask(anna)).toEqual({ status: "known" });
      expect(await here.standings(["42"])).toEqual([undefined]);
      expect(await here.list()).toEqual([{ ...person, questions: { "7": 11, "8": 12 } }]);
    },
  );

  it.skipIf(skip)("takes the first of several answers, from whichever process", async () => {
    const { here, there } = setup();
    await here.ask(anna);
    await here.asked("42", { "7": 11 });
    const answers = await Promise.all([
      here.answer("42", "allowed", "7"),
      there.answer("42", "blocked", "8"),
      here.answer("42", "blocked", "7"),
    ]);
    expect(answers.filter(({ isDecided }) => isDecided)).toHaveLength(1);
    const [first] = answers;
    expect(new Set(answers.map(({ person }) => person?.standing)).size).toBe(1);
    expect(first?.person).toMatchObject({ ...anna, questions: { "7": 11 } });
    expect(await there.ask(anna)).toEqual({ status: "known" });
  });

  it.skipIf(skip)(
    "takes no answer after the question is over, and asks about the person again",
    async () => {
      const { here, advance } = setup();
      await here.ask(anna);
      await here.asked("42", { "7": 11 });
      advance(questionMs);
      expect(await here.answer("42", "allowed", "7")).toEqual({ isDecided: false });
      expect(await here.standings(["42"])).toEqual([undefined]);
      expect(await here.ask(anna)).toMatchObject({ status: "open" });
    },
  );

  it.skipIf(skip)(
    "asks about no more people than so many at once, and goes on when one is decided",
    async () => {
      const { here } = setup();
      for (let count = 1; count <= mostQuestions; count++)
        expect(await here.ask({ id: String(count) })).toMatchObject({
          status: "open",
          isLast: count === mostQuestions,
        });
      expect(await here.ask({ id: "1000" })).toEqual({ status: "full" });
      expect(await here.list()).toHaveLength(mostQuestions);
      await here.answer("5", "blocked", "7");
      expect(await here.ask({ id: "1000" })).toMatchObject({ status: "open" });
    },
  );

  it.skipIf(skip)("asks about no more people at once when all write in one moment", async () => {
    const { here, there } = setup();
    const asked = await Promise.all(
      Array.from({ length: mostQuestions + 5 }, (_, id) =>
        (id % 2 ? here : there).ask({ id: String(id + 1) }),
      ),
    );
    const open = asked.filter(({ status }) => status === "open");
    expect(open).toHaveLength(mostQuestions);
    expect(open.filter((one) => "isLast" in one && one.isLast)).toHaveLength(1);
  });

  it.skipIf(skip)("decides on anybody at a terminal, and forgets it", async () => {
    const { here, there } = setup();
    await here.decide("42", "blocked");
    expect(await there.standings(["42"])).toEqual(["blocked"]);
    expect(await there.ask(anna)).toEqual({ status: "known" });
    await there.decide("42", "allowed");
    await there.decide("-7", "allowed");
    expect(await here.standings(["-7", "42", "43"])).toEqual(["allowed", "allowed", undefined]);
    expect(await here.revoke("42")).toBe(true);
    expect(await there.standings(["42"])).toEqual([undefined]);
    expect(await there.ask(anna)).toMatchObject({ status: "open" });
  });

  it.skipIf(skip)("lets one person pair, who stays the operator until revoked", async () => {
    const { here, there } = setup();
    const paired = await Promise.all([here.pair(anna), there.pair({ id: "43" })]);
    expect(paired.filter(Boolean)).toHaveLength(1);
    const [operator = ""] = (await here.list()).map(({ id }) => id);
    expect(await there.pair({ id: operator })).toBe(true);
    expect(await there.standings([operator])).toEqual(["admin"]);
    await here.decide(operator, "blocked");
    expect(await there.standings([operator])).toEqual(["admin"]);
    expect(await here.revoke(operator)).toBe(true);
    expect(await here.standings([operator])).toEqual([undefined]);
    expect(await here.pair({ id: "44" })).toBe(true);
  });
});

it.skipIf(server.missing)("lets nobody in by a record that it cannot read", async () => {
  const key = randomPrefix();
  keys.push(key);
  await redis.hset(key, { "42": "{", "43": '{"id":"43","standing":"king","sinceMs":1}' });
  const people = redisPeople(redis, { key });
  expect(await people.standings(["42", "43"])).toEqual([undefined, undefined]);
  expect(await people.list()).toEqual([]);
});
