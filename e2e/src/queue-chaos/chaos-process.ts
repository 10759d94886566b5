import { setTimeout as pause } from "node:timers/promises";
import { consume, type Job, keepLeases } from "@tgmem/queue";
import { redisQueue } from "@tgmem/queue/redis";
import { Redis } from "ioredis";
import { randomNumbers } from "./random.ts";

// A process that may be killed at any moment. It writes down each delivery before it finishes the job, and each settlement
// after its answer. The notes are on a server of their own, which is not disturbed.

const [role = "", queuePort = "", notesPort = "", handOff = "", lanes = "", jobs = "", seed = ""] =
  process.argv.slice(2);
const leaseMs = 1_500;
const random = randomNumbers(Number(seed));
const redis = new Redis(Number(queuePort), { maxRetriesPerRequest: null, retryStrategy: () => 50 });
const notes = new Redis(Number(notesPort), { maxRetriesPerRequest: null });
for (const client of [redis, notes]) client.on("error", () => {});
const queue = redisQueue(redis, {
  name: "chaos",
  schema: { parse: Number },
  handOff: handOff === "true",
  maxAttempts: 10_000,
  maxEndedLeases: 10_000,
  maxDepth: 3_000,
});

const note = ({ lane, body }: Job<number>) => notes.rpush(`delivered:${lane}`, body);
const noteSettled = (id: string) => notes.hincrby("settled", id, 1);

/** From the first job, whatever was pushed before: what is known is dropped. It waits while the list is full. */
async function produce(): Promise<void> {
  for (let from = 0; from < Number(jobs); from += 100) {
    const some = Array.from({ length: 100 }, (_, index) => {
      const body = from + index;
      return { id: `i${body}`, lane: `l${body % Number(lanes)}`, body };
    });
    for (;;)
      try {
        await queue.push(some);
        break;
      } catch {
        await pause(10);
      }
  }
  process.exit(0);
}

async function take(): Promise<void> {
  for (;;)
    try {
      const taken = await queue.take({ max: 50, leaseMs });
      const refs = taken.filter(() => random() > 0.002).map(({ lane, id }) => `${lane} ${id}`);
      if (refs.length > 0) await notes.rpush("runs", ...refs);
    } catch {}
}

async function run(ref: string, keeper: ReturnType<typeof keepLeases>): Promise<void> {
  const [lane = "", id = ""] = ref.split(" ");
  let job = await queue.claim(lane, id, { leaseMs });
  if (!job) return;
  const held = keeper.hold(job.receipt);
  try {
    for (let count = 0; job && !held.lost; count++) {
      const chance = random();
      if (chance < 0.005) {
        held.finishing();
        await queue.retry([job.receipt], { delayMs: 100, reason: "chance" });
        return;
      }
      if (chance < 0.01 || count > 10) {
        held.finishing();
        await queue.defer([job.receipt], { delayMs: 0 });
        return;
      }
      await note(job);
      held.finishing();
      const done = job.id;
      const answer: Awaited<ReturnType<typeof queue.next>> = await queue.next(job.receipt, {
        leaseMs,
      });
      if (answer.outcome === "done") await noteSettled(done);
      job = answer.job;
      if (job) held.goOn(job.receipt);
    }
  } finally {
    held.release();
  }
}

async function work(): Promise<void> {
  const keeper = keepLeases(queue, { leaseMs });
  const waiting = notes.duplicate();
  for (;;) {
    const popped = await waiting.blmpop(0, 1, "runs", "LEFT", "COUNT", 50);
    await Promise.all((popped?.[1] ?? []).map((ref) => run(ref, keeper).catch(() => {})));
  }
}

async function handle(job: Job<number>) {
  const chance = random();
  if (chance < 0.005) throw new Error("chance");
  if (chance < 0.01) return { action: "defer", delayMs: 50 } as const;
  return void (await note(job));
}

if (role === "producer") await produce();
if (role === "taker") await take();
if (role === "worker") await work();
await consume(queue, handle, {
  leaseMs,
  concurrency: 30,
  backoff: () => 100,
  onEvent: (event) => {
    if (event.type === "settled") void noteSettled(event.id);
  },
}).run({ signal: new AbortController().signal });
