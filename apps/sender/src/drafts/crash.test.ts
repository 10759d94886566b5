import type { OutboundMessage } from "@tgmem/contracts";
import { randomId } from "@tgmem/telegram";
import { randomPrefix } from "@tgmem/testbed";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { renderedParts } from "../rendered-parts.ts";
import { draftsBench } from "./drafts.kit.ts";
import { redisShownDrafts, type ShownDrafts, ShownDraftsError } from "./shown-drafts.ts";

const { server, redis, telegram, clock, newSender, newJob, sentTo, textsIn, shownKey } =
  await draftsBench();

/** Where a process dies: at its `step`-th call to Telegram or Redis, before it is carried out or after. */
interface Death {
  readonly step: number;
  readonly when: "before" | "after";
}

/** Counts the calls of a process, and lets none through when it is dead. */
function mortal(death: Death | undefined) {
  const state = { calls: 0, isDead: false };
  const die = (when: Death["when"]) => {
    if (!state.isDead && death && when === death.when && state.calls === death.step)
      state.isDead = true;
    if (state.isDead) throw new Error("The process is dead.");
  };
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    state.calls++;
    die("before");
    const result = await call();
    die("after");
    return result;
  };
  return { state, through };
}

const prefix = randomPrefix();
const words = Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(" ");
const answers: Partial<OutboundMessage>[] = [
  { text: "**The** whole answer, and *no* less" },
  { text: words, chatId: "-1001000000123", replyToMessageId: 9, topicId: 7 },
];

/**
 * Lets one answer be written and sent, behind an earlier one, by as many processes as it takes: each goes on where the one before
 * it died. Gives how many calls the last one made.
 */
async function live(body: Partial<OutboundMessage>, deaths: readonly Death[]): Promise<number> {
  const left = [...deaths];
  const earlier = newJob({ ...body, text: "earlier" });
  const job = newJob({ ...body, chatId: earlier.body.chatId });
  const known = sentTo(job.body.chatId).length;
  let owed = true;
  let settled = false;

  function newProcess() {
    const { state, through } = mortal(left.shift());
    const shown = redisShownDrafts(redis, { prefix: `${prefix}:${earlier.id}:` });
    const shownDrafts: ShownDrafts = {
      begin: (...args) => through(() => shown.begin(...args)),
      note: (...args) => through(() => shown.note(...args)),
      isOver: (...args) => through(() => shown.isOver(...args)),
      finish: (...args) => through(() => shown.finish(...args)),
      forget: (...args) => through(() => shown.forget(...args)),
    };
    const sender = newSender({
      telegram: {
        send: (...args) => through(() => telegram.send(...args)),
        edit: (...args) => through(() => telegram.edit(...args)),
      },
      shownDrafts,
      isOwed: () => through(async () => owed),
    });
    return { ...sender, state, settle: (done: () => void) => through(async () => done()) };
  }

  let process = newProcess();
  const text = job.body.text;
  const stages: (() => Promise<unknown>)[] = [
    () => process.grow(job, text.slice(0, 5)),
    async () => {
      await process.finish(earlier);
      await process.settle(() => (owed = false));
    },
    ...[7, 12, 5_000].map((end) => () => process.grow(job, text.slice(0, end))),
    async () => {
      owed = true;
      await process.finish(job);
      await process.settle(() => (settled = true));
    },
    // What comes too late.
    () => process.grow(job, text.slice(0, 6)),
    () => process.grow(job, text.slice(0, 8)),
  ];
  for (const stage of stages)
    for (let isDone = false; !isDone;) {
      await stage().catch((error: unknown) => {
        if (!process.state.isDead) throw error;
      });
      isDone = !process.state.isDead;
      if (!isDone) process = newProcess();
    }
  expect(settled).toBe(true);
  const messages = sentTo(job.body.chatId).slice(known);
  const parts = renderedParts()(job.id, text);
  expect(messages.map((message) => message.text)).toEqual([
    "earlier",
    ...parts.map((part) => part.text),
  ]);
  expect(messages.map(({ messageId }) => messageId)).toEqual(
    messages.map(({ messageId }) => messageId).toSorted((one, other) => one - other),
  );
  expect(messages[1]?.entities).toHaveLength(parts[0]?.entities.length ?? 0);
  for (const [index, message] of messages.entries()) {
    expect(message.topicId).toBe(body.topicId);
    expect(message.replyToMessageId).toBe(index < 2 ? body.replyToMessageId : undefined);
  }
  const keys = await redis.keys(`${prefix}:${earlier.id}:*`);
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
  if (keys.length > 0) await redis.del(keys);
  return process.state.calls;
}

it.each(answers)(
  "shows the whole answer once, behind the earlier one, wherever the sender dies",
  async (body) => {
    const calls = await live(body, []);
    expect(calls).toBeGreaterThan(10);
    for (let step = 1; step <= calls; step++)
      for (const when of ["before", "after"] as const) await live(body, [{ step, when }]);
  },
);

it("shows the whole answer once however often the sender dies", async () => {
  const death = fc.record({
    step: fc.integer({ min: 1, max: 12 }),
    when: fc.constantFrom("before" as const, "after" as const),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...answers),
      fc.array(death, { minLength: 2, maxLength: 5 }),
      async (body, deaths) => {
        await live(body, deaths);
      },
    ),
    { numRuns: 40 },
  );
});

it("learns which message grew from Telegram, which says at first that it is being sent", async () => {
  const job = newJob();
  const { state, through } = mortal(undefined);
  const first = newSender({
    telegram: {
      send: (...args) =>
        through(async () => {
          await telegram.send(...args);
          state.isDead = true;
          throw new Error("The process is dead.");
        }),
      edit: () => expect.unreachable("it died before"),
    },
  });
  await first.grow(job, "one");
  expect(textsIn(job.body.chatId)).toEqual(["one …"]);
  server.faults.call({ on: "messages.sendMessage", code: 500, text: "RANDOM_ID_DUPLICATE" });
  await newSender().finish(job);
  expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
});

it("sends the whole answer when Redis has lost what was shown, beside the partial text", async () => {
  const job = newJob();
  const { grow } = newSender();
  await grow(job, "one");
  await redis.del(shownKey(job.id));
  await newSender().finish(job);
  expect(textsIn(job.body.chatId)).toEqual(["one …", "The whole answer"]);
  expect(sentTo(job.body.chatId).at(-1)?.randomId).toBe(randomId(job.id, 0));
});

it("shows the whole answer once while two senders have heard of it", async () => {
  for (const order of [0, 1]) {
    const job = newJob();
    const senders = [newSender(), newSender()] as const;
    await Promise.all(senders.map(({ grow }) => grow(job, "one")));
    await Promise.all(senders.map(({ grow }) => grow(job, "one two")));
    expect(textsIn(job.body.chatId)).toEqual(["one two …"]);
    await senders[order === 0 ? 0 : 1].finish(job);
    for (const { grow } of senders) await grow(job, "one two three");
    clock.time += 3_000;
    for (const { grow } of senders) await grow(job, "one two three four");
    expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
  }
});

it("sends nothing while it cannot be known what was shown, and then puts it there", async () => {
  const job = newJob();
  const shown = redisShownDrafts(redis, { prefix: `${prefix}:${job.id}:` });
  let failures = 0;
  const { grow, finish, events } = newSender({
    shownDrafts: {
      ...shown,
      finish: async (...args) => {
        if (++failures <= 2) throw new ShownDraftsError("Redis is away.");
        return shown.finish(...args);
      },
    },
  });
  await grow(job, "one");
  expect(await finish(job)).toBeUndefined();
  expect(failures).toBe(3);
  expect(events.filter(({ type }) => type === "failed")).toHaveLength(2);
  expect(textsIn(job.body.chatId)).toEqual(["The whole answer"]);
  await redis.del(`${prefix}:${job.id}:${job.id}`);
});
