import { mostQuestions, outboundQueue, redisPeople } from "@tgmem/contracts";
import { until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { textsFor } from "@tgmem/texts";
import { expect, it, onTestFinished } from "vitest";
import { receiverWorlds } from "../receiver.kit.ts";

const receiverWorld = await receiverWorlds();

const { newcomer } = textsFor("en");
const asking = { ASK_ADMIN: "on", ADMIN_USER: "7 8" };

/** A receiver that asks 7 and 8 about everybody new. */
async function askingWorld() {
  const world = await receiverWorld();
  const { server, redis, inbound, start } = world;
  const outbound = redisQueue(redis, outboundQueue);
  onTestFinished(() => outbound.close());
  server.introduce("99", { firstName: "[Eve](http://evil.example)", lastName: "@admin\n*x*" });
  const receiver = await start(asking);
  const sentTo = (chat: string) => server.sent.filter(({ chatId }) => chatId === chat);
  return {
    ...world,
    receiver,
    people: redisPeople(redis),
    sentTo,
    textsTo: (chat: string) => sentTo(chat).map(({ text }) => text),
    questionTo: (chat: string) =>
      until(() => sentTo(chat).at(-1), { what: `a question to ${chat}` }).then(
        ({ messageId }) => messageId,
      ),
    outbound,
    answered: (query: bigint) =>
      until(() => server.callbackAnswers.find(({ queryId }) => queryId === query), {
        what: "an answer to the press",
      }),
    depth: async () => (await inbound.stats()).depth,
    /** Waits until all that was said before is looked at, in this chat too. */
    async settled() {
      server.say("42", "ping");
      await world.listed(1);
      await world.drain();
    },
  };
}

it("asks each operator once about somebody new, with name and id and nothing that was written, and tells the person once", async () => {
  const world = await askingWorld();
  const { server, textsTo, sentTo, receiver, start, redis } = world;
  server.say("99", "a secret");
  await until(() => textsTo("99").length > 0, { what: "a sentence to the newcomer" });
  for (let count = 0; count < 3; count++) server.say("99", "another secret");
  await world.settled();
  await receiver.stop("SIGKILL");
  server.say("99", "a third secret", { unheard: true });
  const again = await start(asking);
  await world.settled();
  expect(textsTo("99")).toEqual([newcomer.asked]);
  for (const operator of ["7", "8"]) {
    expect(textsTo(operator)).toEqual([
      "Somebody new wants to talk to me: [Eve](http://evil.example) @admin *x* (99). May they?",
    ]);
    expect(sentTo(operator)[0]?.entities).toMatchObject([{ _: "messageEntityCode", offset: 34 }]);
    expect(sentTo(operator)[0]?.replyMarkup).toMatchObject({
      rows: [{ buttons: [{ text: "Allow" }, { text: "Block" }] }],
    });
  }
  const kept = JSON.stringify(await redis.hgetall("tgmem:people"));
  expect(kept + receiver.output() + again.output()).not.toContain("secret");
  expect(await again.stop("SIGTERM")).toBe(0);
});

it("lets a person in at the first Allow, tells them, and shows the outcome to every operator, over a restart", async () => {
  const world = await askingWorld();
  const { server, textsTo, sentTo, receiver, start, outbound, listed, drain } = world;
  server.say("99", "hello");
  const [first, second] = [await world.questionTo("7"), await world.questionTo("8")];
  await until(() => textsTo("99").length > 0, { what: "a sentence to the newcomer" });
  await world.settled();
  await receiver.stop("SIGKILL");
  const again = await start(asking);
  await world.settled();
  const query = server.press("7", first, "Allow");
  expect(await world.answered(query)).toMatchObject({ text: "Done." });
  const shown = /^✅ .* \(99\) may talk to me\..*tgmem people revoke 99$/u;
  for (const operator of ["7", "8"]) {
    expect(textsTo(operator)).toEqual([expect.stringMatching(shown)]);
    expect(sentTo(operator)[0]).not.toHaveProperty("replyMarkup");
  }
  expect((await outbound.peek("99", { limit: 9 })).map(({ body }) => JSON.parse(body))).toEqual([
    { v: 1, chatId: "99", userId: "99", text: newcomer.admitted },
  ]);
  server.say("99", "may I?");
  await listed(1);
  expect(await drain()).toEqual(["may I?"]);
  expect(() => server.press("8", second, "Block")).toThrow("has no callback button");
  expect(await again.stop("SIGTERM")).toBe(0);
});

it("decides once, however often, by whomever and with what a button is pressed", async () => {
  const world = await askingWorld();
  const { server, people, receiver, outbound } = world;
  server.say("99", "hello");
  await world.questionTo("7");
  await until(() => world.textsTo("99").length > 0, { what: "a sentence to the newcomer" });
  let queryId = 1_000n;
  const press = async (user: string, data: string, chat = user) => {
    const query = ++queryId;
    server.push({
      _: "updateBotCallbackQuery",
      query_id: query,
      user_id: BigInt(user),
      peer: { _: "peerUser", user_id: BigInt(chat) },
      msg_id: 1,
      chat_instance: 1n,
      data: Buffer.from(data),
    });
    await until(() => server.requests.some((one) => one["query_id"] === query), {
      what: "an answer to the press",
    });
  };
  await press("99", "people:allow:99");
  await press("43", "people:allow:99");
  await press("99", "people:allow:99", "7");
  await press("7", "people:allow:98");
  await press("7", "people:king:99");
  expect(await people.standings(["98", "99"])).toEqual([undefined, undefined]);
  await Promise.all([press("7", "people:block:99"), press("8", "people:block:99")]);
  await press("7", "people:allow:99");
  await press("8", "people:allow:99");
  expect(await people.standings(["99"])).toEqual(["blocked"]);
  await people.revoke("99");
  await press("7", "people:allow:99");
  expect(await people.standings(["99"])).toEqual([undefined]);
  expect((await outbound.stats()).depth).toBe(0);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("takes in nothing of a stranger, a blocked and a revoked person, nor of a stranger in a group, over restarts", async () => {
  const world = await askingWorld();
  const { server, people, receiver, start, sentTo, textsTo } = world;
  await people.decide("66", "blocked");
  await people.decide("55", "allowed");
  await people.revoke("55");
  // 42 is in WHITELIST_USER.
  await people.decide("43", "blocked");
  const group = "-1000000000055";
  const say = () => {
    for (const person of ["66", "55", "43", "99"]) server.say(person, `from ${person}`);
    server.say("98", "/help", { group });
  };
  say();
  await world.settled();
  await receiver.stop("SIGKILL");
  const again = await start(asking);
  say();
  await world.settled();
  await until(() => textsTo("55").length > 0 && textsTo("99").length > 0);
  expect(await world.depth()).toBe(0);
  for (const silent of ["66", "43", "98", group]) expect(sentTo(silent)).toEqual([]);
  for (const asked of ["55", "99"]) expect(textsTo(asked)).toEqual([newcomer.asked]);
  expect(textsTo("7")).toHaveLength(2);
  expect(await again.stop("SIGTERM")).toBe(0);
});

it("asks about so many people and no more, and says so with the last question", async () => {
  const world = await askingWorld();
  const { server, textsTo, sentTo, receiver } = world;
  for (let person = 1_001; person <= 1_000 + mostQuestions + 5; person++)
    server.say(String(person), "hello");
  await until(() => textsTo("8").length >= mostQuestions, { what: "all questions" });
  await until(() => textsTo("8").some((text) => text.includes("I ask about nobody else")));
  await world.settled();
  for (const operator of ["7", "8"]) expect(textsTo(operator)).toHaveLength(mostQuestions);
  const told = server.sent.filter(({ chatId }) => chatId.startsWith("10"));
  expect(told).toHaveLength(mostQuestions);
  expect(sentTo("1001")).toHaveLength(1);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("asks the others when one operator has never pressed Start, and tries again when Telegram wants it to wait", async () => {
  const world = await askingWorld();
  const { server, textsTo, receiver } = world;
  const on = "messages.sendMessage";
  server.faults.call({ on, code: 420, text: "FLOOD_WAIT_1" });
  server.faults.call({ on, code: 403, text: "USER_IS_BLOCKED" });
  server.say("99", "hello");
  await until(() => textsTo("99").length > 0, { what: "a sentence to the newcomer" });
  expect(textsTo("7")).toEqual([]);
  expect(textsTo("8")).toHaveLength(1);
  await receiver.says("an operator could not be asked");
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("does not start without somebody to ask", async () => {
  const { run } = await receiverWorld();
  const receiver = run({ ASK_ADMIN: "on" });
  await receiver.says("ASK_ADMIN is wrong");
  expect(await receiver.exit).toBe(2);
});
