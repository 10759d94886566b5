import { type AskedTime, askedTime } from "./asked-time.ts";
import { type FoundTurn, pack } from "./pack.ts";
import type { ReadState, StoredTurn } from "./posting-store.ts";
import { trimmed } from "./postings.ts";
import { isShort, parseQuery, type Query, withBefore } from "./query.ts";
import { rank } from "./rank.ts";
import type { Beside, Excerpt, SearchOptions } from "./recall-index.ts";
import { decodeBody } from "./turn-body.ts";
import { splitSentences } from "./words.ts";
import type { Writer } from "./write-turns.ts";

/** How many turns at most are looked at for sentences, besides those that are shown anyway. */
const candidates = 16;
/** How much more a message counts of the days around the time that is asked for, and of that time itself. */
const aroundTime = 1.2;
const inTime = 3;
/** How much more a message counts of the side that is asked for. */
const onSide = 1.3;

const nothingBeside: Beside = { epoch: 0, shown: new Set() };

/** Gives the number of the first turn of the first sitting that began then or later. */
const firstFrom = ({ sittings }: ReadState, fromMs: number): number =>
  sittings.find(([, atMs]) => atMs >= fromMs)?.[0] ?? Number.POSITIVE_INFINITY;

/** Tells whether a unit is of a sitting that began within this time. */
function unitsIn(
  state: ReadState,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): (unit: number) => boolean {
  const from = 2 * firstFrom(state, fromMs);
  const to = 2 * firstFrom(state, toMs);
  return (unit) => unit >= from && unit < to;
}

/** Picks numbers of turns of this time, spread over all of it. */
function numbersIn(state: ReadState, { fromMs, toMs }: AskedTime, most: number): readonly number[] {
  const { first, last, sittings } = state;
  const from = Math.max(first, sittings.findLast(([, atMs]) => atMs <= fromMs)?.[0] ?? first);
  const to = Math.min(last + 1, firstFrom(state, toMs));
  const step = Math.max(1, (to - from) / most);
  const count = Math.max(0, Math.min(most, to - from));
  return Array.from({ length: count }, (_, at) => Math.floor(from + at * step));
}

/** What was talked about at a time is told best by how each message begins. */
async function* beginnings(
  turns: AsyncIterable<FoundTurn>,
  { fromMs, toMs }: AskedTime,
): AsyncGenerator<FoundTurn> {
  for await (const [n, turn] of turns) {
    if (turn.atMs < fromMs || turn.atMs >= toMs) continue;
    const [user = ""] = splitSentences(turn.user);
    yield [n, { ...turn, user, assistant: "" }];
  }
}

/** Chooses which turns to read, by the words of the query. */
function rankingOf(
  query: Query,
  state: ReadState,
  {
    time,
    side,
    limit,
    most,
  }: Pick<SearchOptions, "side"> & {
    readonly time: AskedTime | null;
    readonly limit: number;
    readonly most: number;
  },
) {
  const floor = 2 * state.first;
  const lists = new Map(
    [...state.lists].map(([term, list]) => [term, trimmed(list, floor, most)] as const),
  );
  const near = time && unitsIn(state, time.around);
  const asked = time && unitsIn(state, time);
  const meant = side && (side === "user" ? 0 : 1);
  const boost = (unit: number) =>
    (asked?.(unit) ? inTime : near?.(unit) ? aroundTime : 1) * ((unit & 1) === meant ? onSide : 1);
  return rank(query, lists, {
    units: state.units,
    floor,
    ceiling: 2 * state.last + 1,
    limit,
    boost: time || side ? boost : undefined,
  });
}

/** Finds the sentences that bear on a text. */
export async function searchTurns(
  chat: string,
  text: string,
  { store, analyzer, ...options }: Writer & SearchOptions,
): Promise<readonly Excerpt[]> {
  const { maxWords, beside = nothingBeside, nowMs = Date.now(), timeZone = "UTC", side } = options;
  const { terms } = analyzer;
  let query = parseQuery(text, analyzer);
  if (query.size === 0) return [];
  const time = askedTime(text, { nowMs, timeZone, terms });
  if (isShort(query) && !time?.alone) {
    const said = await beside;
    if (!said) return [];
    if (said.before !== undefined) query = withBefore(query, said.before, analyzer);
  }
  const asked = time?.alone ? [] : [...query.keys()];
  const state = await store.read(chat, asked, { sittings: time !== null });
  const known = await beside;
  options.signal?.throwIfAborted();
  if (!known || state.last === 0 || state.epoch < known.epoch) return [];
  const { shown } = known;
  const limit = candidates + shown.size;

  /** Gives those of these turns that the prompt does not show. The store is asked once for what it did not bring along. */
  async function* turnsOf(numbers: readonly number[]): AsyncGenerator<FoundTurn> {
    const { likely } = state;
    const isLikely = (n: number) => likely?.has(n) === true;
    let others: ReadonlyMap<number, StoredTurn> | undefined;
    for (const n of numbers) {
      if (!isLikely(n))
        others ??= await store.texts(
          chat,
          numbers.filter((one) => !isLikely(one)),
        );
      const stored = likely?.get(n) ?? others?.get(n);
      if (stored && !shown.has(stored.turnId)) yield [n, decodeBody(stored.turnId, stored.body)];
    }
  }

  if (time?.alone) {
    const numbers = numbersIn(state, time, limit);
    const ranked = numbers.map((n) => ({ unit: 2 * n, score: 1 }));
    const turns = beginnings(turnsOf(numbers), time);
    return pack({ ranked, values: new Map() }, turns, { maxWords, terms });
  }
  const ranking = rankingOf(query, state, { time, side, limit, most: store.maxPostings });
  return pack(ranking, turnsOf(ranking.turns), { maxWords, terms });
}
