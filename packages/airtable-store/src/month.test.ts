import { createMemory, inMemoryStore } from "@tgmem/memory";
import type { AirtableServer } from "@tgmem/airtable-test-server";
import { afterEach, describe, expect, it } from "vitest";
import { startArchiveServer } from "./archive.kit.ts";
import { airtableArchive, type AirtableArchiveOptions } from "./index.ts";
import { simulation } from "./simulation.kit.ts";

const hourMs = 3_600_000;
const monthMs = 30 * 24 * hourMs;
const messagesPerMonth = 300;

let server: AirtableServer;
afterEach(() => server.close());

interface Month {
  readonly people: number;
  /** How far apart summaries are made. */
  readonly windowMs?: number;
  readonly archive?: Partial<AirtableArchiveOptions>;
}

/** Lets people write for a month, in talks of 4 to 16 messages, half of them in the evening, and counts calls. */
async function month({ people, windowMs = 0, archive: options = {} }: Month) {
  const sim = simulation(() => server.open() === 0);
  server = await startArchiveServer({ now: sim.now });
  let calls = 0;
  let summaries = 0;
  const archive = airtableArchive({
    ...server,
    ...sim.clock,
    ...options,
    onEvent: ({ type }) => void (calls += Number(type === "call")),
  });
  const memory = createMemory({
    store: inMemoryStore(),
    archive,
    now: sim.now,
    policy: { summaryWindowMs: windowMs },
    summarizer: {
      async summarize({ turns }) {
        await sim.pause(3_000 + sim.random() * 9_000);
        return { text: `The person lives by the sea and told of ${turns.at(-1)?.user}.` };
      },
    },
  });
  const asked = new Set<string>();

  async function fold(chat: string): Promise<void> {
    const result = await memory.summarize(chat);
    if (result.status === "deferred" && result.retryAfterMs !== undefined) {
      sim.later(result.retryAfterMs, () => sim.start(fold(chat)));
      return;
    }
    if (result.status === "applied") summaries++;
    asked.delete(chat);
  }
  async function say(chat: string, n: number): Promise<void> {
    const turn = await memory.open(chat, { turnId: `${n}` });
    const done = await turn.commit({ user: `the event ${n}`, assistant: "Oh." });
    if (done.status !== "committed" || !done.due || asked.has(chat)) return;
    asked.add(chat);
    sim.start(fold(chat));
  }

  for (let person = 1; person <= people; person++) {
    let left = messagesPerMonth;
    for (let n = 0; left > 0;) {
      const evening = sim.random() < 0.5;
      const hour = evening ? 18 + sim.random() * 4 : 7 + sim.random() * 14;
      let at = Math.floor(sim.random() * 30) * 24 * hourMs + hour * hourMs;
      const size = Math.min(left, 4 + Math.floor(sim.random() * 13));
      left -= size;
      for (let i = 0; i < size; i++) {
        at += 20_000 + sim.random() * 200_000;
        const id = n++;
        sim.at(at, () => say(String(1_000 + person), id));
      }
    }
  }
  await sim.run(monthMs + 24 * hourMs);
  await archive.close();
  return { calls, summaries, rows: server.rows().length };
}

describe("a month of a free workspace, which has 1,000 calls", () => {
  it("is enough for 30 newcomers of 300 messages each, and nobody's summary waits", async () => {
    const { calls, rows } = await month({ people: 30 });
    expect(calls).toBeLessThanOrEqual(1_000);
    expect(rows).toBe(30);
  });

  it("is enough for 33 of them when summaries are made every five minutes", async () => {
    const archive = { gatherMs: 20_000 };
    const { calls, rows } = await month({ people: 33, windowMs: hourMs / 12, archive });
    expect(calls).toBeLessThanOrEqual(1_000);
    expect(rows).toBe(33);
  });

  it("is enough for 90 of them when summaries are made once an hour", async () => {
    const archive = { gatherMs: 20_000 };
    const { calls, rows } = await month({ people: 90, windowMs: hourMs, archive });
    expect(calls).toBeLessThanOrEqual(1_000);
    expect(rows).toBe(90);
  });
}, 300_000);
