import { createMemory, type MemoryOptions } from "./create-memory.ts";
import type { MemoryEvent } from "./events.ts";
import { inMemoryArchive } from "./in-memory/in-memory-archive.ts";
import { inMemoryStore } from "./in-memory/in-memory-store.ts";
import type { WindowStore } from "./store.ts";
import { cannedSummarizer } from "./testing/canned-summarizer.ts";
import { faultyArchive } from "./testing/faulty-archive.ts";

export const chat = "42";

/** A memory of this process whose parts a test can look at, and one person who talks to it. */
export function start(options: Partial<MemoryOptions> = {}) {
  const events: MemoryEvent[] = [];
  let passedMs = 0;
  const store = inMemoryStore();
  const archive = faultyArchive(inMemoryArchive());
  const summarizer = cannedSummarizer();
  const memory = createMemory({
    store,
    archive,
    summarizer,
    now: () => Date.now() + passedMs,
    onEvent: (event) => events.push(event),
    ...options,
  });
  async function say(count: number, prefix = "t") {
    const results = [];
    for (let n = 1; n <= count; n++) {
      const turn = await memory.open(chat, { turnId: `${prefix}${n}` });
      results.push(
        await turn.commit({ user: `said ${prefix}${n}`, assistant: `answered ${prefix}${n}` }),
      );
    }
    return results;
  }
  return {
    memory,
    store,
    archive,
    summarizer,
    events,
    say,
    /** Lets time pass, as the memory sees it. */
    pass: (ms: number) => void (passedMs += ms),
    types: () => events.map(({ type }) => type),
  };
}

/** A store of which one call, from the first one on, hangs and never answers. */
export function hangingStore(call: "begin" | "commit" | "amend" | "apply" | "forget"): WindowStore {
  return { ...inMemoryStore(), [call]: () => new Promise<never>(() => {}) };
}
