import { MemoryError } from "../errors.ts";
import type { Analyzer } from "./analyzer.ts";
import { type IndexedTurn, indexed, joinedLists } from "./messages.ts";
import type { Batch, NumberedTurn, PostingStore, WriteState } from "./posting-store.ts";
import { reach } from "./rank.ts";
import type { RecallTurn } from "./recall-index.ts";
import { decodeBody, encodeBody } from "./turn-body.ts";

/** Redis does nothing else while it appends, so that a batch takes it few ms. */
const turnsAtOnce = 10;
/** Others may write between a look and a write, but nobody does so this often. */
const mostTries = 5;
/** A longer silence ends a sitting. */
const sittingGapMs = 3 * 3_600_000;
/** How many numbers of turns stay free between two sittings: the units of them are as many as a match reaches. */
const numbersBetween = reach / 2;

export interface Writer {
  readonly store: PostingStore;
  readonly analyzer: Analyzer;
}

/** What the index holds of this epoch: nothing, when it is of an older one. */
const heldIn = (state: WriteState, epoch: number): WriteState =>
  state.epoch === epoch
    ? state
    : { ...state, first: 1, last: 0, built: 0, units: 0, lastAtMs: 0, known: new Map() };

/** Numbers the turns that are new, and makes their postings. */
function batchOf(
  held: WriteState,
  turns: readonly RecallTurn[],
  { epoch, analyzer }: { readonly epoch: number; readonly analyzer: Analyzer },
): Batch {
  const seen = new Set(held.known.keys());
  let { last, lastAtMs } = held;
  const numbered: NumberedTurn[] = [];
  const lists: IndexedTurn[] = [];
  for (const turn of turns) {
    if (seen.has(turn.turnId)) continue;
    seen.add(turn.turnId);
    const starts = last === 0 || turn.atMs - lastAtMs > sittingGapMs;
    last += starts && last > 0 ? 1 + numbersBetween : 1;
    lastAtMs = turn.atMs;
    const made = indexed(last, turn, analyzer);
    lists.push(made);
    const { turnId, atMs } = turn;
    numbered.push({ n: last, turnId, atMs, starts, units: made.units, body: encodeBody(turn) });
  }
  return {
    epoch,
    analyzer: analyzer.name,
    after: held.last,
    builtBefore: held.built,
    built: last,
    restart: false,
    turns: numbered,
    units: lists.reduce((sum, { units }) => sum + units, 0),
    lists: joinedLists(lists),
  };
}

type Status = Awaited<ReturnType<PostingStore["append"]>>;

/** Makes the terms of an index anew from its texts, as far as they are not this analyzer's. It may die anywhere, and goes on. */
async function buildAnew(
  chat: string,
  held: WriteState,
  { store, analyzer, epoch }: Writer & { readonly epoch: number },
): Promise<Status> {
  const batch = { epoch, analyzer: analyzer.name, after: held.last, turns: [] };
  let { built } = held;
  if (held.analyzer !== analyzer.name) {
    const none = { units: 0, lists: new Map<string, string>() };
    const change = { ...batch, ...none, builtBefore: built, built: 0, restart: true };
    const status = await store.append(chat, change);
    if (status !== "added") return status;
    built = 0;
  }
  while (built < held.last) {
    const from = Math.max(built + 1, held.first);
    const to = Math.min(from + turnsAtOnce - 1, held.last);
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const texts = await store.texts(chat, numbers);
    const made = numbers.flatMap((n) => {
      const stored = texts.get(n);
      return stored ? [indexed(n, decodeBody(stored.turnId, stored.body), analyzer)] : [];
    });
    const status = await store.append(chat, {
      ...batch,
      builtBefore: built,
      built: to,
      restart: false,
      units: made.reduce((sum, { units }) => sum + units, 0),
      lists: joinedLists(made),
    });
    if (status !== "added") return status;
    built = to;
  }
  return "added";
}

const isBuilt = (held: WriteState, { name }: Analyzer): boolean =>
  held.last === 0 || (held.analyzer === name && held.built === held.last);

async function addSome(
  chat: string,
  turns: readonly RecallTurn[],
  options: Writer & { readonly epoch: number },
): Promise<"added" | "forgotten" | "full"> {
  const { store, analyzer, epoch } = options;
  const ids = turns.map(({ turnId }) => turnId);
  for (let tries = 1; tries <= mostTries; tries++) {
    const held = heldIn(await store.state(chat, ids), epoch);
    const built = isBuilt(held, analyzer) ? "added" : await buildAnew(chat, held, options);
    if (built === "conflict") continue;
    if (built !== "added") return built;
    const batch = batchOf({ ...held, built: held.last }, turns, options);
    if (batch.turns.length === 0) return "added";
    const status = await store.append(chat, batch);
    if (status !== "conflict") return status;
  }
  throw new MemoryError(
    "store_unavailable",
    "Somebody else keeps adding turns of this chat to its recall index: try again.",
  );
}

/** Adds turns, a few at a time. */
export async function addTurns(
  chat: string,
  turns: readonly RecallTurn[],
  options: Writer & { readonly epoch: number; readonly signal?: AbortSignal | undefined },
): Promise<"added" | "forgotten" | "full"> {
  for (let from = 0; from < turns.length; from += turnsAtOnce) {
    options.signal?.throwIfAborted();
    const status = await addSome(chat, turns.slice(from, from + turnsAtOnce), options);
    if (status !== "added") return status;
  }
  return "added";
}

const isEmpty = ({ user, assistant }: RecallTurn) => user === "" && assistant === "";

/** Replaces a turn with all its postings, or erases it. */
export async function replaceTurn(
  chat: string,
  turn: RecallTurn,
  options: Writer & { readonly epoch: number },
): Promise<void> {
  const { store, analyzer, epoch } = options;
  for (let tries = 1; tries <= mostTries; tries++) {
    const state = await store.state(chat, [turn.turnId]);
    const n = state.epoch === epoch ? state.known.get(turn.turnId) : undefined;
    if (n === undefined) return;
    // The terms of another analyzer could not be told from those of other turns.
    if (state.analyzer !== analyzer.name) {
      await buildAnew(chat, state, options);
      continue;
    }
    const before = (await store.texts(chat, [n])).get(n);
    if (!before) return;
    const made = indexed(n, turn, analyzer);
    const after = { turnId: turn.turnId, body: encodeBody(turn), units: made.units };
    if (before.body === after.body) return;
    const terms = indexed(n, decodeBody(before.turnId, before.body), analyzer).lists.keys();
    const lists = new Map([...terms].map((term) => [term, ""]));
    for (const [term, list] of made.lists) lists.set(term, list);
    const change = { epoch, n, before, after: isEmpty(turn) ? null : after, lists };
    if ((await store.replace(chat, change)) !== "conflict") return;
  }
  throw new MemoryError(
    "store_unavailable",
    "Somebody else keeps changing a turn of this chat in its recall index: try again.",
  );
}
