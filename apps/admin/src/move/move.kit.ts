import type { RecallTurn, StoredChat } from "@tgmem/memory";
import { redisModelChoices, redisPeople, redisSpending } from "@tgmem/contracts";
import * as fc from "fast-check";
import type { Fact } from "../system/facts.ts";
import { listNames } from "../system/lists.ts";
import type { System } from "../system/open-system.ts";

const chat = fc.constantFrom("42", "43", "-1001");
const list = fc.constantFrom(...listNames);

/** Something that happens to a system. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("push" as const), list, chat, text: fc.string() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("say" as const), chat, text: fc.string() }),
  },
  fc.record({ does: fc.constantFrom("bury", "settle", "retry", "pauseList"), list }),
  fc.record({
    does: fc.constantFrom("forget", "correct", "off", "allow", "spend", "choose"),
    chat,
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Anything that may happen to a system. */
export const steps: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 40 });

/** Lets it happen. */
export async function happen(system: System, all: readonly Step[]): Promise<void> {
  for (const [n, one] of all.entries())
    if ("list" in one) await onList(system, one, n);
    else await toChat(system, one, n);
}

async function onList(
  { list: queueOf }: System,
  one: Extract<Step, { list: unknown }>,
  n: number,
): Promise<void> {
  const queue = queueOf(one.list);
  if (one.does === "push") {
    const delayMs = n % 5 === 0 ? 600_000 : 0;
    await queue.push([{ id: `tg:1:${n}`, lane: `chat:${one.chat}`, body: one.text, delayMs }]);
  } else if (one.does === "pauseList") await queue.pauseList();
  else {
    const [taken] = await queue.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
    if (!taken) return;
    const receipts = [taken.receipt];
    if (one.does === "bury") await queue.bury(receipts, { reason: "no way" });
    else if (one.does === "settle") await queue.settle(receipts);
    else await queue.retry(receipts, { delayMs: 600_000, reason: "later" });
  }
}

async function toChat(
  { memory, store, redis, recall }: System,
  one: Exclude<Step, { list: unknown }>,
  n: number,
): Promise<void> {
  if (one.does === "say") {
    const { epoch } = await store.begin(one.chat, "");
    const said = { turnId: `old${n}`, atMs: 1_000 + n, user: "long ago", assistant: one.text };
    await recall.add(one.chat, [said], { epoch });
    const turn = await memory.open(one.chat, { turnId: `tg:1:${one.chat}:${n}` });
    const usage = { input: n, output: 1, cost: 0.0003 };
    await turn.commit({ user: `said: ${one.text}`, assistant: `answer ${n}`, usage });
  } else if (one.does === "forget") await memory.chat(one.chat).forget({ requestId: `r${n}` });
  else if (one.does === "correct") await memory.chat(one.chat).correct(`Anna has ${n} cats.`);
  else if (one.does === "off") await store.pause(one.chat, true);
  else if (one.does === "allow") await redisPeople(redis).decide(one.chat, "allowed");
  else if (one.does === "choose") await redisModelChoices(redis).choose(one.chat, "a/model");
  else await redisSpending(redis).add(one.chat, { input: n, output: 1, cost: 0.1 });
}

/** Gives everything of a system, but for times that two clocks tell. */
export async function everythingIn({ whole, recall }: System) {
  const lists = await Promise.all(listNames.map((name) => whole.queue(name)));
  const chats: Omit<StoredChat, "ids">[] = [];
  const ids: string[] = [];
  const recalled: RecallTurn[] = [];
  for await (const { ids: known, ...stored } of whole.chats()) {
    chats.push(stored);
    for await (const turns of recall.turns(stored.chat)) recalled.push(...turns);
    ids.push(...known.map(({ id, seq }) => `${stored.chat} ${id} ${seq}`));
  }
  const facts: Fact[] = [];
  for await (const { leftMs, ...fact } of whole.facts())
    facts.push({ ...fact, ...(leftMs !== undefined && { leftMs: Math.ceil(leftMs / 60_000) }) });
  return {
    lists: lists.map((one) => ({ ...one, lanes: one.lanes.toSorted(byTime) })),
    chats: chats.toSorted((a, b) => (a.chat < b.chat ? -1 : 1)),
    ids,
    recalled,
    facts: facts.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

type Lane = Awaited<ReturnType<System["whole"]["queue"]>>["lanes"][number];

const timeOf = ({ head }: Lane) => head?.dueMs ?? -1;
/** Those that are ready keep their order. */
const byTime = (a: Lane, b: Lane): number =>
  timeOf(a) - timeOf(b) || (a.head && b.head ? a.lane.localeCompare(b.lane) : 0);
