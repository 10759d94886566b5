import { answer, type Behaviour, type ReceivedRequest } from "@tgmem/openrouter-test-server";
import { until } from "@tgmem/processes";
import { receive } from "@tgmem/receiver";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, withoutLabel, type World } from "./world.kit.ts";

const timeoutMs = 120_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.start("consumer");
}, 900_000);
afterAll(() => world.close());

let messageId = 0;
async function say(user: string, text: string): Promise<void> {
  const message = { chatId: user, userId: user, messageId: ++messageId, text };
  const rules = { inbound: world.inbound, account: "e2e", whitelist: null };
  expect(await receive({ ...message, sentAtMs: Date.now() }, rules)).toBe("accepted");
}

const isSlow = ({ body }: ReceivedRequest) => JSON.stringify(body).includes("take your time");

/** Lets many people ask for what the model does not answer before `release`. */
async function manyWait(count: number, { from, asked }: { from: number; asked: number }) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const before = world.model.requests.length;
  const held: Behaviour = async (request, response) => {
    await released;
    await answer("at last")(request, response);
  };
  world.model.when(isSlow, held);
  for (let index = 0; index < count; index++) await say(String(from + index), "take your time");
  await until(() => world.model.requests.length - before >= asked, { timeoutMs, what: "requests" });
  return release;
}

/** Takes what is answered until the given people have their answers. */
async function answered(users: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const read = new Map<string, readonly string[]>();
  await until(
    async () => {
      for (const [user, texts] of (await world.drain()).texts)
        read.set(user, [...(read.get(user) ?? []), ...texts.map(withoutLabel)]);
      return users.every((user) => read.has(user));
    },
    { timeoutMs, what: "an answer" },
  );
  return read;
}

it("answers a quick chat while 130 others wait for a slow model", async () => {
  const worker = await world.start("worker");
  const release = await manyWait(130, { from: 1_000, asked: 130 });
  await say("1", "quick");
  await say("2", "/help");
  expect([...(await answered(["1", "2"])).keys()].toSorted()).toEqual(["1", "2"]);
  release();
  await answered(Array.from({ length: 130 }, (_, index) => String(1_000 + index)));
  expect(await worker.stop("SIGTERM")).toBe(0);
}, 600_000);

it("answers a command while every slot for messages is taken, and more wait", async () => {
  await world.start("worker", { WORKER_SLOTS: "3" });
  const release = await manyWait(10, { from: 2_000, asked: 3 });
  await say("3", "/help");
  expect([...(await answered(["3"])).keys()]).toEqual(["3"]);
  release();
  await answered(Array.from({ length: 10 }, (_, index) => String(2_000 + index)));
}, 600_000);
