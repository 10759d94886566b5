import { checkLimits, type LimitOptions } from "../protocol/limits.ts";
import type { Turn } from "../memory.ts";
import {
  born,
  type Counters,
  keepAfter,
  type Limits,
  nextEpoch,
  noCounters,
  refuseAmend,
  refuseApply,
  refuseHydrate,
} from "../protocol/protocol.ts";
import type { NewTurn, StoreCommit, WindowStore } from "../store.ts";
import { answers } from "../protocol/turn-content.ts";

/** How much an in-memory store keeps, and its clock. */
export interface InMemoryStoreOptions extends LimitOptions {
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: () => number;
}

interface Person {
  counters: Counters;
  epoch: number;
  summary: string | null;
  turns: readonly Turn[];
  readonly seen: Map<string, number>;
  readonly forgets: Map<string, number>;
}

// Ids are kept as long as a redelivery is likely, not for ever.
const keptIds = 1_000;

const newPerson = (): Person => ({
  counters: noCounters,
  epoch: 0,
  summary: null,
  turns: [],
  seen: new Map(),
  forgets: new Map(),
});

function remember(ids: Map<string, number>, id: string, value: number): void {
  ids.set(id, value);
  if (ids.size > keptIds) for (const oldest of ids.keys()) return void ids.delete(oldest);
}

/** Adds a turn that is new, and drops those that have no room any more. */
function addTurn(person: Person, turn: NewTurn, limits: Limits, atMs: number): StoreCommit {
  const { epoch, ...content } = turn;
  const { watermark, base } = person.counters;
  const seq = person.counters.seq + 1;
  const pending = seq - watermark;
  const { keep, overflows } = keepAfter(pending, limits);
  const dropped = overflows ? 1 : 0;
  person.epoch = epoch;
  person.counters = { ...born(person.counters), seq, dropped: person.counters.dropped + dropped };
  remember(person.seen, turn.turnId, seq);
  for (const { id } of turn.parts ?? []) if (!person.seen.has(id)) remember(person.seen, id, seq);
  person.turns = [...person.turns, { seq, atMs, ...content }].slice(-keep);
  return { status: "committed", seq, pending, covered: base + watermark, dropped };
}

/** Answers the repeated commit of a turn that was given the number `seq`. */
function duplicateOf({ counters, turns }: Person, turnId: string, seq: number): StoreCommit {
  const first = turns.find((kept) => kept.seq === seq && answers(kept, turnId));
  return {
    status: "duplicate",
    seq,
    pending: counters.seq - counters.watermark,
    covered: counters.base + counters.watermark,
    answer: first?.assistant ?? null,
  };
}

/** Keeps short-term memory in this process, for tests and for bots that may forget at a restart. */
export function inMemoryStore(options: InMemoryStoreOptions = {}): WindowStore {
  const limits = checkLimits(options);
  const { now = Date.now } = options;
  const people = new Map<string, Person>();

  function personOf(chat: string): Person {
    const person = people.get(chat) ?? newPerson();
    people.set(chat, person);
    return person;
  }

  return {
    keeps: limits,

    async begin(chat, turnId) {
      const person = people.get(chat);
      return {
        ...(person?.counters ?? noCounters),
        epoch: person?.epoch ?? 0,
        summary: person?.summary ?? null,
        turns: person?.turns ?? [],
        seen: person?.seen.get(turnId) ?? null,
      };
    },

    async commit(chat, turn) {
      const person = personOf(chat);
      if (person.epoch > turn.epoch) return { status: "forgotten" };
      const seen = person.seen.get(turn.turnId);
      if (seen !== undefined) return duplicateOf(person, turn.turnId, seen);
      return addTurn(person, turn, limits, now());
    },

    async amend(chat, amendment) {
      const person = personOf(chat);
      const { seq, editId, after } = amendment;
      const kept = person.turns.find((turn) => turn.seq === seq) ?? null;
      const seen = person.seen.has(editId);
      const refusal = refuseAmend({ epoch: person.epoch, seen, kept }, amendment);
      if (refusal) return refusal;
      person.turns = person.turns.map((turn) =>
        turn.seq === seq ? { seq, atMs: turn.atMs, ...after } : turn,
      );
      remember(person.seen, editId, seq);
      return "amended";
    },

    async apply(chat, change) {
      const person = personOf(chat);
      const refusal = refuseApply(person.counters, person.epoch, change);
      if (refusal) return refusal;
      const { seq } = person.counters;
      const version = change.becomes ?? change.version + 1;
      person.counters = { ...person.counters, version, watermark: change.to };
      person.summary = change.summary;
      person.turns = person.turns.slice(-keepAfter(seq - change.to, limits).keep);
      return "applied";
    },

    async hydrate(chat, record) {
      const person = personOf(chat);
      const refusal = refuseHydrate(person.counters, person.epoch, record);
      if (refusal) return refusal;
      person.epoch = record.epoch;
      person.counters = {
        ...born(person.counters),
        version: record.version,
        base: record.coversThrough,
      };
      person.summary = record.summary;
      return "hydrated";
    },

    async forget(chat, requestId) {
      const person = personOf(chat);
      const before = person.forgets.get(requestId);
      if (before !== undefined) return { epoch: before };
      person.epoch = nextEpoch(person.epoch, now());
      person.counters = noCounters;
      person.summary = null;
      person.turns = [];
      remember(person.forgets, requestId, person.epoch);
      return { epoch: person.epoch };
    },
  };
}
