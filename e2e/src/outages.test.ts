import {
  answer,
  type Behaviour,
  httpError,
  type ReceivedRequest,
} from "@tgmem/openrouter-test-server";
import { type RunningProcess, until } from "@tgmem/processes";
import { textsFor } from "@tgmem/texts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Bot } from "./bot.kit.ts";
import { shapes } from "./shapes.kit.ts";

const { late, lateWithoutCredit } = textsFor("en");
const timeoutMs = 120_000;

const isChat = ({ model }: ReceivedRequest) => model === "fake/chat";
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

describe.each(shapes)("$name", ({ name, open }) => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await open(["1", "2", "3", "4"]);
    await bot.startAll({ STREAM_ANSWERS: "off" });
  }, 900_000);
  afterAll(() => bot.close());
  afterEach(() => bot.model.reset());

  const say = (user: string) => void bot.telegram.say(user, "hello");
  const worker = () => bot.process("worker");
  const consumer = () => bot.process("consumer");
  /** The processes that work on what is kept: two, or the one that does everything. */
  const both = () => [...new Set([worker(), consumer()])];
  const allBecome = (status: number, processes = both()) =>
    Promise.all(processes.map((process) => becomes(process, status)));
  const asked = () => bot.model.requests.filter(isChat).length;
  /** What a person reads, but for the line that the answer is late. */
  async function readBy(user: string): Promise<readonly string[]> {
    const read = () =>
      bot.telegram.sent
        .filter(
          ({ chatId, text }) => chatId === user && text !== late && text !== lateWithoutCredit,
        )
        .map(({ text }) => text);
    await until(() => read().length > 0, { timeoutMs, what: "an answer" });
    expect(await bot.inbound.deadLetters({ limit: 9 })).toEqual([]);
    return read();
  }

  it("pays once for an answer that there is no room for, says so once, and goes on by itself", async (context) => {
    context.skip(!bot.fill, "no disk can be filled");
    const { fullSays } = bot;
    const { promise: filled, resolve: answerNow } = Promise.withResolvers<void>();
    const held: Behaviour = async (request, response) => {
      await filled;
      await answer("paid for")(request, response);
    };
    bot.model.when(isChat, held);
    say("1");
    await until(() => asked() === 1, { timeoutMs });
    const makeRoom = await bot.fill?.();
    answerNow();
    await allBecome(503);
    // That is said when it has lasted for ten seconds, which are several tries.
    const isSaid = () => both().every((process) => errorsOf(process, fullSays) > 0);
    await until(isSaid, { timeoutMs, what: "a line of each" });
    await makeRoom?.();
    expect(await readBy("1")).toEqual(["paid for"]);
    expect(asked()).toBe(1);
    await allBecome(200);
    for (const process of both()) {
      expect(errorsOf(process, fullSays)).toBe(1);
      expect(linesOf(process, `over: ${fullSays}`)).toBe(1);
    }
  }, 600_000);

  it("is not ready while the account at the provider is empty, says once what to do, and answers afterwards", async () => {
    bot.model.when(isChat, httpError(402, { message: "Insufficient credits" }));
    say("2");
    await becomes(worker(), 503);
    await until(() => asked() >= 3, { timeoutMs, what: "three tries" });
    expect(errorsOf(worker(), "add credit to the account of OPEN_ROUTER_API_KEY")).toBe(1);
    bot.model.reset();
    bot.model.when(isChat, answer("thanks"));
    expect(await readBy("2")).toEqual(["thanks"]);
    await becomes(worker(), 200);
  }, 600_000);

  it("says once that Telegram is away, is not ready meanwhile, and answers afterwards what was written then", async () => {
    const words = "Telegram does not answer";
    const processes = [...new Set([bot.process("receiver"), bot.process("sender")])];
    bot.telegram.faults.refuse = true;
    bot.telegram.faults.dropConnections();
    bot.model.when(isChat, answer("here again"));
    say("4");
    await allBecome(503, processes);
    const isSaid = () => processes.every((process) => errorsOf(process, words) > 0);
    await until(isSaid, { timeoutMs, what: "a line of each" });
    bot.telegram.faults.refuse = false;
    expect(await readBy("4")).toEqual(["here again"]);
    await allBecome(200, processes);
    for (const process of processes) {
      expect(errorsOf(process, words)).toBe(1);
      expect(linesOf(process, `over: ${words}`)).toBe(1);
    }
  }, 600_000);

  // One process has no engine, and no consumer without a worker.
  it.runIf(name === "four apps")(
    "says once that the engine is away, is not ready meanwhile, and goes on when it is back",
    async () => {
      await bot.engine?.kill();
      say("3");
      await allBecome(503);
      await until(() => errorsOf(consumer(), '"outage":"engine"') > 0, {
        timeoutMs,
        what: "a line",
      });
      bot.model.when(isChat, answer("back"));
      await bot.engine?.boot();
      expect(await readBy("3")).toEqual(["back"]);
      await allBecome(200);
      expect(errorsOf(consumer(), '"outage":"engine"')).toBe(1);
    },
    600_000,
  );

  it.runIf(name === "four apps")(
    "says of a consumer without a worker that it is not ready",
    async () => {
      await bot.stop("worker", "SIGTERM");
      await becomes(consumer(), 503);
      await until(() => linesOf(consumer(), "no worker waits for messages") > 0, { timeoutMs });
      await bot.start("worker");
      await becomes(consumer(), 200);
    },
    600_000,
  );
});
