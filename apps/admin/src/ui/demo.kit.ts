import { redisSpending } from "@tgmem/contracts";
import type { System } from "../system/open-system.ts";

const day = 86_400_000;

const talk = [
  ["Hi! I moved to Lisbon in May, for the sea.", "Welcome to Lisbon! How do you like the hills?"],
  ["My knees do not. My dog loves them, though.", "What is your dog called?"],
  ["Bruno. He is nine and eats everything.", "Give Bruno a pat from me. Is he a good swimmer?"],
  ["Better than me :)", "Then the beach at Caparica is right for both of you."],
] as const;

const summary =
  "Anna moved to Lisbon in May because she wanted to live by the sea. She works from home as a translator from Danish. Her dog Bruno is nine, eats everything and swims better than she does. Her knees hurt on the hills, so she prefers flat walks, for instance at Caparica. She wants short answers.";

/** Fills an empty Redis with what a bot of some weeks would hold, for tests and pictures. */
export async function fillDemo(system: System, nowMs: number): Promise<void> {
  await fillLists(system);
  await fillChats(system);
  await fillCost(system, nowMs);
  await fillProcesses(system, nowMs);
}

async function fillLists(system: System): Promise<void> {
  const reasons = [
    "the model refused to answer: content_filter",
    "gave up after 24 h: the provider answered 503",
    "the body is wrong: text: expected string, received undefined",
  ];
  const inbound = system.list("inbound");
  for (const [n, reason] of reasons.entries()) {
    const body = { v: 1, chatId: String(42 + n), userId: String(42 + n), text: "a secret wish" };
    await inbound.push([{ id: `tg:7:${42 + n}:9${n}`, lane: `chat:${42 + n}`, body }]);
    const [job] = await inbound.take({ max: 1, leaseMs: 60_000, waitMs: 0 });
    if (job) await inbound.bury([job.receipt], { reason });
  }
  await inbound.push(
    [1, 2, 3, 4, 5].map((n) => ({ id: `tg:7:5${n}:1`, lane: `chat:5${n}`, body: { text: "" } })),
  );
  await inbound.take({ max: 2, leaseMs: 600_000, waitMs: 0 });
  await system.list("outbound").push([{ id: "tg:7:61:1", lane: "61", body: {} }]);
}

async function fillChats({ memory, store }: System): Promise<void> {
  for (const [n, chat] of ["42", "43", "-1002233445566", "44", "51"].entries()) {
    for (const [at, [said, assistant]] of talk.slice(0, 4 - (n % 3)).entries()) {
      const turn = await memory.open(chat, { turnId: `tg:7:${chat}:${at}` });
      const usage = { input: 900 + 70 * n + 200 * at, output: 60 + at, cost: 0.0004 * (n + 1) };
      await turn.commit({ user: said, assistant, usage });
    }
    if (n < 3) await memory.chat(chat).correct(summary);
  }
  await store.pause("44", true);
}

async function fillCost({ redis }: System, nowMs: number): Promise<void> {
  for (let back = 0; back < 14; back++) {
    const spending = redisSpending(redis, { now: () => nowMs - back * day });
    for (const [n, user] of ["42", "43", "44"].entries()) {
      const size = 1 + ((back * 7 + n * 3) % 5);
      const usage = { input: 9_000 * size, output: 700 * size, cost: 0.011 * size * (3 - n) };
      await spending.add(user, usage);
      await spending.addModel(n === 1 ? "qwen/qwen3-32b" : "openai/gpt-5-mini", usage);
    }
  }
}

async function fillProcesses({ redis }: System, nowMs: number): Promise<void> {
  for (const [n, name] of ["receiver", "consumer", "worker", "sender"].entries()) {
    const beat = {
      name,
      host: "bot-1",
      pid: 311 + n,
      build: "3f2a91c0",
      startedAtMs: nowMs - 3 * day - n * 900,
      port: 9_101 + n,
      ...((name === "receiver" || name === "sender") && { account: "7000000042" }),
      failing: [],
      outages: [],
    };
    await redis.hset(
      "tgmem:processes",
      `${name}@bot-1:${311 + n}:ab`,
      `${nowMs} ${JSON.stringify(beat)}`,
    );
  }
}
