import type { StoredChat } from "@tgmem/memory";
import { writeFact } from "../system/facts.ts";
import { listNames } from "../system/lists.ts";
import type { System } from "../system/open-system.ts";

/** How much was carried. */
export interface Carried {
  /** Messages that wait, and answers and summaries. */
  readonly jobs: number;
  readonly deadLetters: number;
  readonly chats: number;
  /** What is kept beside lists and memory: who may talk, what was spent, and the like. */
  readonly facts: number;
}

/** Chats that are written at once. */
const atOnce = 100;

/**
 * Writes everything of one system into another one, which holds nothing: lists with their order, times, dead letters and known ids,
 * what is remembered, and all that is kept beside. The first one stays as it is. Nobody may work with either.
 */
export async function carry(
  from: System,
  to: System,
  { signal }: { readonly signal: AbortSignal },
): Promise<Carried> {
  let [jobs, deadLetters, chats, facts] = [0, 0, 0, 0];
  for (const list of listNames) {
    signal.throwIfAborted();
    // What a power loss has torn would be left behind.
    await from.list(list).repair({ signal });
    const stored = await from.whole.queue(list);
    await to.whole.loadQueue(list, stored);
    jobs += stored.lanes.reduce((sum, lane) => sum + lane.jobs.length, 0);
    deadLetters += stored.letters.length;
  }
  for await (const some of parts(from.whole.chats())) {
    await to.whole.loadChats(some);
    for (const { chat, epoch } of some)
      for await (const turns of from.recall.turns(chat, { signal }))
        await to.recall.add(chat, turns, { epoch, signal });
    chats += some.length;
  }
  for await (const fact of from.whole.facts()) {
    signal.throwIfAborted();
    await writeFact(to.redis, fact);
    facts++;
  }
  return { jobs, deadLetters, chats, facts };
}

async function* parts(chats: AsyncIterable<StoredChat>): AsyncGenerator<readonly StoredChat[]> {
  let some: StoredChat[] = [];
  for await (const chat of chats) {
    some.push(chat);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
