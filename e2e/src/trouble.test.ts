import { setTimeout as pause } from "node:timers/promises";
import { faults, httpError } from "@tgmem/openrouter-test-server";
import { until } from "@tgmem/processes";
import { receive } from "@tgmem/receiver";
import { textsFor } from "@tgmem/texts";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createWorld, withoutLabel, type World } from "./world.kit.ts";

const { apology, late, lateForOperator } = textsFor("en");

let world: World;
beforeAll(async () => {
  world = await createWorld();
  // Every message makes a summary due.
  await world.start("worker", { SUMMARIZE_EVERY: "1" });
  await world.start("consumer");
}, 900_000);
afterAll(() => world.close());
afterEach(() => world.model.reset());

const people = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => String(from + index));

let messageId = 0;
async function say(user: string): Promise<string> {
  const message = {
    chatId: user,
    userId: user,
    messageId: ++messageId,
    text: `hello ${messageId}`,
  };
  const rules = { inbound: world.inbound, account: "e2e", whitelist: null };
  expect(await receive({ ...message, sentAtMs: Date.now() }, rules)).toBe("accepted");
  return message.text;
}

/** What each person reads, as it comes. */
function reading() {
  const read = new Map<string, string[]>();
  return {
    of: (user: string) => read.get(user) ?? [],
    async look() {
      for (const [user, texts] of (await world.drain()).texts)
        read.set(user, [...(read.get(user) ?? []), ...texts.map(withoutLabel)]);
    },
  };
}

/** Waits until every person has read an answer to all that they said, in order, and nothing else but the given lines. */
async function allAnswered(
  said: ReadonlyMap<string, readonly string[]>,
  { lines, timeoutMs }: { readonly lines: readonly string[]; readonly timeoutMs: number },
) {
  const inbox = reading();
  const answersOf = (user: string) => inbox.of(user).filter((text) => !lines.includes(text));
  const wanted = (user: string) => (said.get(user) ?? []).map((text) => `You said: ${text}`);
  const users = [...said.keys()];
  await until(
    async () => {
      await inbox.look();
      return users.every((user) => answersOf(user).length >= wanted(user).length);
    },
    { timeoutMs, what: "an answer to everybody" },
  );
  for (const user of users) expect(answersOf(user)).toEqual(wanted(user));
  expect(await world.inbound.deadLetters({ limit: 9 })).toEqual([]);
  return { linesOf: (user: string) => inbox.of(user).filter((text) => lines.includes(text)) };
}

const isChat = ({ model }: { readonly model: string }) => model === "fake/chat";
const isSummary = ({ model }: { readonly model: string }) => model === "fake/summary";

/** One of the people says something every second, each in turn. */
async function talk(users: readonly string[], seconds: number) {
  const said = new Map<string, string[]>(users.map((user) => [user, []]));
  for (let second = 0; second < seconds; second++) {
    const user = users[second % users.length] ?? "";
    said.get(user)?.push(await say(user));
    await pause(1_000);
  }
  return said;
}

it("answers everybody who writes during an outage of 30 seconds, and apologizes to nobody", async () => {
  world.model.when(isChat, httpError(503));
  const said = await talk(people(30, 1_000), 30);
  world.model.reset();
  await allAnswered(said, { lines: [late], timeoutMs: 120_000 });
}, 300_000);

it("tells at once that an operator has to look at a wrong key, once, and answers when it is mended", async () => {
  const [user = ""] = people(1, 2_000);
  world.model.when(isChat, httpError(401, { message: "User not found." }));
  const said = new Map([[user, [await say(user)]]]);
  const inbox = reading();
  await until(
    async () => {
      await inbox.look();
      return inbox.of(user).length > 0;
    },
    { timeoutMs: 60_000, what: "a line" },
  );
  expect(inbox.of(user)).toEqual([lateForOperator]);
  const asked = world.model.requests.length;
  await until(() => world.model.requests.length > asked, { timeoutMs: 60_000, what: "a try" });
  world.model.reset();
  const { linesOf } = await allAnswered(said, { lines: [lateForOperator], timeoutMs: 120_000 });
  expect(linesOf(user)).toEqual([]);
  expect(world.output()).toContain("check OPEN_ROUTER_API_KEY");
}, 300_000);

it("answers everybody while 120 summaries hang", async () => {
  world.model.when(isSummary, faults.silence());
  const hanging = new Map<string, string[]>();
  for (const user of people(120, 3_000)) hanging.set(user, [await say(user)]);
  await allAnswered(hanging, { lines: [], timeoutMs: 120_000 });
  const summaries = () => world.model.requests.filter(isSummary).length;
  await until(() => summaries() >= 10, { timeoutMs: 60_000, what: "hanging summaries" });

  const said = new Map<string, string[]>();
  for (const user of people(10, 4_000)) said.set(user, [await say(user)]);
  await allAnswered(said, { lines: [], timeoutMs: 45_000 });
}, 300_000);

it("answers everybody who writes while a provider limits its rate for three minutes", async () => {
  world.model.when(isChat, httpError(429, { message: "Rate limit exceeded: 20 per minute" }));
  const users = people(30, 5_000);
  const said = await talk(users, 180);
  world.model.reset();
  const { linesOf } = await allAnswered(said, { lines: [late], timeoutMs: 180_000 });
  // Everybody was told that it takes longer: the first who waited, not each message behind it.
  for (const user of users) expect(linesOf(user)).toEqual([late]);
  expect(world.output()).not.toContain(apology);
}, 600_000);
