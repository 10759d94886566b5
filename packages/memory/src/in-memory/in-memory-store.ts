import { setNewest } from "../protocol/set-newest.ts";
import { checkLimits, type LimitOptions } from "../protocol/limits.ts";
import type { Turn } from "../turn.ts";
import {
  born,
  type Counters,
  hydration,
  keepAfter,
  type Limits,
  nextEpoch,
  noCounters,
  refuseAmend,
  refuseApply,
  watermarkBeside,
} from "../protocol/protocol.ts";
import type { ChatUsage, ListedChat, NewTurn, StoreCommit, WindowStore } from "../store.ts";
import { answers, contentOf } from "../protocol/turn-content.ts";
import { checkUsage, noUsage, sumOf } from "../protocol/usage.ts";

/** How much an in-memory store keeps, and its clock. */
export interface InMemoryStoreOptions extends LimitOptions {
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: () => number;
}

interface Chat {
  counters: Counters;
  epoch: number;
  summary: string | null;
  turns: readonly Turn[];
  usage: ChatUsage;
  paused: boolean;
  archivedIn: string | undefined;
  readonly seen: Map<string, number>;
  readonly forgets: Map<string, number>;
}

// Ids are kept as long as a redelivery is likely, not for ever.
const keptIds = 1_000;

const newChat = (): Chat => ({
  counters: noCounters,
  epoch: 0,
  summary: null,
  turns: [],
  usage: noUsage,
  paused: false,
  archivedIn: undefined,
  seen: new Map(),
  forgets: new Map(),
});

/** Adds a turn that is new, and drops those that have no room any more. */
function addTurn(chat: Chat, turn: NewTurn, limits: Limits, atMs: number): StoreCommit {
  const { watermark, base } = chat.counters;
  const seq = chat.counters.seq + 1;
  const pending = seq - watermark;
  const { keep, overflows } = keepAfter(pending, limits, turn.keeps);
  const dropped = overflows ? 1 : 0;
  chat.epoch = turn.epoch;
  chat.counters = { ...born(chat.counters), seq, dropped: chat.counters.dropped + dropped };
  setNewest(chat.seen, turn.turnId, seq, { most: keptIds });
  for (const { id } of turn.parts ?? [])
    if (!chat.seen.has(id)) setNewest(chat.seen, id, seq, { most: keptIds });
  chat.turns = [...chat.turns, { seq, atMs, ...contentOf(turn) }].slice(-keep);
  if (turn.usage) chat.usage = sumOf(chat.usage, checkUsage(turn.usage));
  return { status: "committed", seq, pending, covered: base + watermark, dropped };
}

/** Answers the repeated commit of a turn that was given the number `seq`. */
function duplicateOf({ counters, turns }: Chat, turnId: string, seq: number): StoreCommit {
  const first = turns.find((kept) => kept.seq === seq && answers(kept, turnId));
  return {
    status: "duplicate",
    seq,
    pending: counters.seq - counters.watermark,
    covered: counters.base + counters.watermark,
    answer: first?.assistant ?? null,
  };
}

const listed = (id: string, { counters, turns }: Chat): ListedChat => ({
  chat: id,
  pending: counters.seq - counters.watermark,
  lastAtMs: turns.at(-1)?.atMs ?? null,
});

/** Keeps short-term memory in this process, for tests and for bots that may forget at a restart. */
export function inMemoryStore(options: InMemoryStoreOptions = {}): WindowStore {
  const limits = checkLimits(options);
  const { now = Date.now } = options;
  const chats = new Map<string, Chat>();

  function chatOf(id: string): Chat {
    const chat = chats.get(id) ?? newChat();
    chats.set(id, chat);
    return chat;
  }

  return {
    keeps: limits,

    async begin(id, turnId) {
      const { counters, seen, forgets: _, archivedIn, ...kept } = chats.get(id) ?? newChat();
      const seenAs = seen.get(turnId) ?? null;
      return { ...counters, ...kept, ...(archivedIn && { archivedIn }), seen: seenAs };
    },

    async commit(id, turn) {
      if (turn.usage) checkUsage(turn.usage);
      const chat = chatOf(id);
      if (chat.epoch > turn.epoch) return { status: "forgotten" };
      const seen = chat.seen.get(turn.turnId);
      if (seen !== undefined) return duplicateOf(chat, turn.turnId, seen);
      if (chat.paused) return { status: "paused" };
      return addTurn(chat, turn, limits, now());
    },

    async amend(id, amendment) {
      const chat = chatOf(id);
      const { seq, editId, after } = amendment;
      const kept = chat.turns.find((turn) => turn.seq === seq) ?? null;
      const seen = chat.seen.has(editId);
      const refusal = refuseAmend({ epoch: chat.epoch, seen, kept }, amendment);
      if (refusal) return refusal;
      chat.turns = chat.turns.map((turn) =>
        turn.seq === seq ? { seq, atMs: turn.atMs, ...after } : turn,
      );
      setNewest(chat.seen, editId, seq, { most: keptIds });
      return "amended";
    },

    async apply(id, change) {
      const chat = chatOf(id);
      const last = chat.turns.find(({ seq }) => seq === change.to) ?? null;
      const refusal = refuseApply({ ...chat, last }, change);
      if (refusal) return refusal;
      const { seq } = chat.counters;
      const version = change.becomes ?? change.version + 1;
      chat.counters = { ...chat.counters, version, watermark: change.to };
      chat.summary = change.summary;
      chat.archivedIn = change.archivedIn ?? chat.archivedIn;
      chat.turns = chat.turns.slice(-keepAfter(seq - change.to, limits).keep);
      return "applied";
    },

    async hydrate(id, record, wait) {
      const chat = chatOf(id);
      const hasText = chat.summary !== null;
      const taken = hydration({ ...chat, hasText }, record, wait);
      if (taken !== "text" && taken !== "all") return taken;
      chat.summary = record.summary;
      chat.archivedIn = record.archivedIn ?? chat.archivedIn;
      if (taken === "text") return "hydrated";
      const { version, coversThrough: base } = record;
      chat.epoch = record.epoch;
      const watermark = watermarkBeside(chat.counters, chat.turns[0]?.seq);
      chat.counters = { ...born(chat.counters), version, base, watermark };
      return "hydrated";
    },

    async forget(id, requestId, { atLeast = 0, ifEpoch } = {}) {
      const chat = chatOf(id);
      const before = chat.forgets.get(requestId);
      if (before !== undefined && before >= atLeast) return { epoch: before, unchanged: true };
      if (ifEpoch !== undefined && ifEpoch !== chat.epoch)
        return { epoch: chat.epoch, unchanged: true };
      chat.epoch = nextEpoch(chat.epoch, now(), atLeast);
      chat.counters = noCounters;
      chat.summary = null;
      chat.turns = [];
      chat.usage = noUsage;
      chat.archivedIn = undefined;
      setNewest(chat.forgets, requestId, chat.epoch, { most: keptIds });
      return { epoch: chat.epoch, unchanged: false };
    },

    async pause(id, paused) {
      chatOf(id).paused = paused;
    },

    async list({ limit, cursor = "" }) {
      const ids = [...chats.keys()].filter((id) => id > cursor).toSorted();
      const there = ids.flatMap((id) => {
        const chat = chats.get(id);
        return chat && chat.counters.incarnation !== "" ? [listed(id, chat)] : [];
      });
      const page = there.slice(0, limit);
      return {
        chats: page,
        cursor: there.length > page.length ? (page.at(-1)?.chat ?? null) : null,
      };
    },
  };
}
