import {
  answer,
  type Behaviour,
  httpError,
  type ReceivedRequest,
} from "@tgmem/openrouter-test-server";
import { type RunningProcess, until } from "@tgmem/processes";
import { receive } from "@tgmem/receiver";
import { textsFor } from "@tgmem/texts";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createWorld, type World } from "./world.kit.ts";

const { late, lateWithoutCredit } = textsFor("en");
const timeoutMs = 120_000;

let world: World;
let worker: RunningProcess;
let consumer: RunningProcess;
beforeAll(async () => {
  world = await createWorld();
  worker = await world.start("worker", { LOG_LEVEL: "debug" });
  consumer = await world.start("consumer");
}, 900_000);
afterAll(() => world.close());
afterEach(() => world.model.reset());

let messageId = 0;
async function say(user: string): Promise<void> {
  const message = { chatId: user, userId: user, messageId: ++messageId, text: "hello" };
  const rules = { inbound: world.inbound, account: "e2e", whitelist: null };
  expect(await receive({ ...message, sentAtMs: Date.now() }, rules)).toBe("accepted");
}

const isChat = ({ model }: ReceivedRequest) => model === "fake/chat";
const asked = () => world.model.requests.filter(isChat).length;
const becomes = (process: RunningProcess, status: number) =>
  until(async () => (await process.status("/readyz")) === status, { timeoutMs, what: `${status}` });
const linesOf = (process: RunningProcess, text: string) =>
  process
    .output()
    .split("\n")
    .filter((line) => line.includes(text)).length;

const errorsOf = (process: RunningProcess, text: string) =>
  process
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":50,') && line.includes(text)).length;

/** What a person reads, but for the line that the answer is late. */
async function readBy(user: string): Promise<readonly string[]> {
  const read: string[] = [];
  await until(
    async () => {
      const texts = (await world.drain()).texts.get(user) ?? [];
      read.push(...texts.filter((text) => text !== late && text !== lateWithoutCredit));
      return read.length > 0;
    },
    { timeoutMs, what: "an answer" },
  );
  expect(await world.inbound.deadLetters({ limit: 9 })).toEqual([]);
  return read;
}

it("pays once for an answer that a full Redis does not take, says so once, and goes on by itself", async () => {
  const { promise: filled, resolve: fill } = Promise.withResolvers<void>();
  const held: Behaviour = async (request, response) => {
    await filled;
    await answer("paid for")(request, response);
  };
  world.model.when(isChat, held);
  await say("1");
  await until(() => asked() === 1, { timeoutMs });
  await world.redis.config("SET", "maxmemory", "1");
  fill();
  await until(() => linesOf(worker, "not answered yet") >= 3, { timeoutMs, what: "three tries" });
  await Promise.all([becomes(worker, 503), becomes(consumer, 503)]);
  const full = "Redis is at its memory limit";
  const isSaid = () => [worker, consumer].every((process) => errorsOf(process, full) > 0);
  await until(isSaid, { timeoutMs, what: "a line of each" });
  await world.redis.config("SET", "maxmemory", "0");
  expect(await readBy("1")).toEqual(["paid for"]);
  expect(asked()).toBe(1);
  await Promise.all([becomes(worker, 200), becomes(consumer, 200)]);
  for (const process of [worker, consumer]) {
    expect(errorsOf(process, full)).toBe(1);
    expect(linesOf(process, `over: ${full}`)).toBe(1);
  }
}, 600_000);

it("is not ready while the account at the provider is empty, says once what to do, and answers afterwards", async () => {
  world.model.when(isChat, httpError(402, { message: "Insufficient credits" }));
  await say("2");
  await becomes(worker, 503);
  await until(() => asked() >= 3, { timeoutMs, what: "three tries" });
  expect(errorsOf(worker, "add credit to the account of OPEN_ROUTER_API_KEY")).toBe(1);
  world.model.reset();
  world.model.when(isChat, answer("thanks"));
  expect(await readBy("2")).toEqual(["thanks"]);
  await becomes(worker, 200);
}, 600_000);

it("says once that the engine is away, is not ready meanwhile, and goes on when it is back", async () => {
  await world.engine.kill();
  await say("3");
  await Promise.all([becomes(worker, 503), becomes(consumer, 503)]);
  await until(() => errorsOf(consumer, '"outage":"engine"') > 0, { timeoutMs, what: "a line" });
  world.model.when(isChat, answer("back"));
  await world.engine.boot();
  expect(await readBy("3")).toEqual(["back"]);
  await Promise.all([becomes(worker, 200), becomes(consumer, 200)]);
  expect(errorsOf(consumer, '"outage":"engine"')).toBe(1);
}, 600_000);

it("says of a consumer without a worker that it is not ready", async () => {
  await worker.stop("SIGTERM");
  await becomes(consumer, 503);
  await until(() => linesOf(consumer, "no worker waits for messages") > 0, { timeoutMs });
  worker = await world.start("worker");
  await becomes(consumer, 200);
}, 600_000);
