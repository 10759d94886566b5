import { airtableArchive } from "@tgmem/airtable-store";
import { type AirtableServer, startAirtableServer } from "@tgmem/airtable-test-server";
import { isForgotten, redisForgetMarks, redisModelChoices } from "@tgmem/contracts";
import { ownRedis } from "@tgmem/testbed";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listChats } from "../chats/list-chats.ts";
import { type System, withSystem } from "../system/open-system.ts";
import { correctMemory, forgetChat, readMemory } from "./chat-memory.ts";

// Its own server: the functions use the keys of a real system, which have no test prefix.
let redis: Awaited<ReturnType<typeof ownRedis>>;
let airtable: AirtableServer;
beforeAll(async () => {
  redis = await ownRedis();
  airtable = await startAirtableServer({ fields: null });
  const archive = airtableArchive({ ...airtable, rate: 1_000 });
  await archive.ensureSchema();
  await archive.close();
});
afterAll(async () => {
  await redis.stop();
  await airtable.close();
});
beforeEach((context) => context.skip(redis.missing, "no redis-server"));

const inSystem = <R>(work: (system: System) => Promise<R>, withAirtable = false) =>
  withSystem(
    {
      REDIS_URL: redis.url,
      ...(withAirtable && {
        AIRTABLE_PAT: airtable.token,
        AIRTABLE_BASE_ID: airtable.baseId,
        AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
      }),
    },
    work,
  );

async function say({ memory }: System, chat: string, count: number, saidAtMs = Date.now()) {
  for (let n = 1; n <= count; n++) {
    const turn = await memory.open(chat, { turnId: `${chat}:${n}`, saidAtMs });
    const usage = { input: 10, output: 5, cost: 0.01 };
    await turn.commit({ user: `question ${n}`, assistant: `answer ${n}`, usage });
  }
}

it("lists chats, the one with the newest turn first, without a word of them", async () => {
  await inSystem(async (system) => {
    for (const chat of ["101", "102", "103"]) await say(system, chat, Number(chat) - 100);
    await correctMemory(system, "102", "Anna lives in Lisbon.");
    await system.memory.chat("103").pause();
    const list = await listChats(system);
    expect(list).toMatchObject({ total: 3, isComplete: true });
    expect(new Set(list.chats.map(({ chat }) => chat))).toEqual(new Set(["101", "102", "103"]));
    const times = list.chats.map(({ lastAtMs }) => lastAtMs ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(list.chats.find(({ chat }) => chat === "102")).toMatchObject({
      turns: 2,
      kept: 2,
      pending: 2,
      hasSummary: true,
      isOffRecord: false,
      usage: { input: 20, output: 10, cost: 0.02 },
    });
    expect(list.chats.find(({ chat }) => chat === "103")?.isOffRecord).toBe(true);
    expect(JSON.stringify(list)).not.toMatch(/question|answer|Lisbon/);
    const page = await listChats(system, { limit: 1, offset: 1 });
    expect(page.chats).toEqual([list.chats[1]]);
  });
});

it("shows and corrects what is remembered of a chat, in both tiers", async () => {
  await inSystem(async (system) => {
    await say(system, "201", 2);
    const corrected = await correctMemory(system, "201", "Anna lives in Porto.");
    expect(corrected).toMatchObject({ status: "corrected" });
    expect(await readMemory(system, "201")).toMatchObject({
      chat: "201",
      hasSummary: true,
      summary: "Anna lives in Porto.",
      window: [
        { user: "question 1", assistant: "answer 1" },
        { user: "question 2", assistant: "answer 2" },
      ],
    });
    expect(airtable.rows().map(({ fields }) => fields["TelegramID"])).toContain("201");
  }, true);
  // The old text would stay in the archive.
  await inSystem(async (system) => {
    await expect(correctMemory(system, "201", "Anna lives in Faro.")).rejects.toThrow(
      "set AIRTABLE_PAT",
    );
    expect((await readMemory(system, "201")).summary).toBe("Anna lives in Porto.");
  });
});

it("forgets a chat, what waits for an answer and its dead letters too, and has the workers erase what was on its way", async () => {
  await inSystem(async (system) => {
    await say(system, "301", 2);
    const inbound = system.list("inbound");
    const body = {
      v: 1,
      chatId: "301",
      userId: "301",
      messageId: 9,
      text: "a secret",
      sentAtMs: 1,
    };
    await inbound.push([{ id: "tg:1:301:9", lane: "chat:301", body }]);
    const [job] = await inbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
    await inbound.bury([job?.receipt ?? ""], { reason: "no way" });

    const pushed = (messageId: number, more: object = {}) => ({
      id: `tg:1:301:${messageId}${"editedAtMs" in more ? ":2-ab" : ""}`,
      lane: "chat:301",
      body: { ...body, messageId, ...more },
    });
    await inbound.push([pushed(10), pushed(11), pushed(10, { editedAtMs: 2 })]);
    await inbound.take({ max: 1, leaseMs: 60_000, waitMs: 0 });

    const choices = redisModelChoices(system.redis);
    await choices.choose("301", "maker/first");
    expect(await forgetChat(system, "301")).toEqual({
      waiting: 2,
      letters: 1,
      tiers: [
        { tier: "store", status: "erased" },
        { tier: "recall", status: "erased" },
      ],
    });
    expect(await readMemory(system, "301")).toMatchObject({ turns: 0, window: [], summary: null });
    expect(await inbound.stats()).toMatchObject({ depth: 1, deadLetters: 0 });
    const mark = await redisForgetMarks(system.redis).of("301");
    const isCovered = ({ id, body: said }: ReturnType<typeof pushed>) =>
      isForgotten({ id, body: said }, mark);
    expect(isCovered(pushed(10)), "what is being answered").toBe(true);
    expect(isCovered(pushed(12)), "what is said afterwards").toBe(false);
    expect(await choices.of("301")).toBeUndefined();
    const [request] = await system.list("summaries").peek("forget:301", { limit: 1 });
    expect(JSON.parse(request?.body ?? "")).toMatchObject({
      chatId: "301",
      forget: { requestId: expect.stringMatching(/^admin:/), againAtMs: expect.any(Number) },
    });
  });
});
