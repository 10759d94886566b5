import { answer, type Behaviour, type ReceivedRequest } from "@tgmem/openrouter-test-server";
import { until } from "@tgmem/processes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bot } from "./bot.kit.ts";
import { shapes } from "./shapes.kit.ts";

const timeoutMs = 120_000;
const idsFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(from + index));
const many = idsFrom(1_000, 130);
const some = idsFrom(2_000, 10);

const isSlow = ({ body }: ReceivedRequest) => JSON.stringify(body).includes("take your time");

describe.each(shapes)("$name", ({ open }) => {
  let bot: Bot;
  let telegram: Bot["telegram"];
  beforeAll(async () => {
    bot = await open(["1", "2", "3", ...many, ...some]);
    ({ telegram } = bot);
  }, 900_000);
  afterAll(() => bot.close());

  /** Lets people ask for what the model does not answer before `release`. */
  async function allWait(people: readonly string[], { asked }: { readonly asked: number }) {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const before = bot.model.requests.length;
    const held: Behaviour = async (request, response) => {
      await released;
      await answer("at last")(request, response);
    };
    bot.model.when(isSlow, held);
    for (const person of people) telegram.say(person, "take your time");
    await until(() => bot.model.requests.length - before >= asked, { timeoutMs, what: "requests" });
    return release;
  }

  const answeredChats = () => new Set(telegram.sent.map(({ chatId }) => chatId));
  /** Resolves with everybody who has an answer, when the given people have. */
  async function answered(people: readonly string[]): Promise<ReadonlySet<string>> {
    await until(() => people.every((person) => answeredChats().has(person)), {
      timeoutMs,
      what: "an answer",
    });
    return answeredChats();
  }

  it("answers a quick chat while 130 others wait for a slow model", async () => {
    await bot.startAll({ STREAM_ANSWERS: "off" });
    const release = await allWait(many, { asked: many.length });
    telegram.say("1", "quick");
    telegram.say("2", "/help");
    expect(await answered(["1", "2"])).toEqual(new Set(["1", "2"]));
    release();
    await answered(many);
    expect(await bot.stopAll("SIGTERM")).toEqual(bot.processes.map(() => 0));
  }, 600_000);

  it("answers a command while every slot for messages is taken, and more wait", async () => {
    await bot.startAll({ STREAM_ANSWERS: "off", WORKER_SLOTS: "3" });
    const release = await allWait(some, { asked: 3 });
    telegram.say("3", "/help");
    expect(await answered(["3"])).toEqual(new Set(["1", "2", "3", ...many]));
    release();
    await answered(some);
  }, 600_000);
});
