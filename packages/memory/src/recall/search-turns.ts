import { type AskedTime, askedTime } from "./asked-time.ts";
import { pack } from "./pack.ts";
import type { ReadState } from "./posting-store.ts";
import { trimmed } from "./postings.ts";
import { isShort, parseQuery, type Query, withBefore } from "./query.ts";
import { rank } from "./rank.ts";
import type { Beside, Excerpt, RecallTurn, SearchOptions } from "./recall-index.ts";
import { decodeBody } from "./turn-body.ts";
import { splitSentences } from "./words.ts";
import type { Writer } from "./write-turns.ts";

/** How many turns are read to find the sentences in, besides those that are shown anyway. */
const candidates = 16;
/** How much more a message counts of the days around the time that is asked for, and of that time itself. */
const aroundTime = 1.2;
const inTime = 3;

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
function beginnings(
  turns: ReadonlyMap<number, RecallTurn>,
  { fromMs, toMs }: AskedTime,
): ReadonlyMap<number, RecallTurn> {
  return new Map(
    [...turns]
      .filter(([, { atMs }]) => atMs >= fromMs && atMs < toMs)
      .map(([n, turn]) => {
        const [user = ""] = splitSentences(turn.user);
        return [n, { ...turn, user, assistant: "" }];
      }),
  );
}

/** Chooses which turns to read, by the words of the query. */
function rankingOf(
  query: Query,
  state: ReadState,
  { time, limit, most }: { time: AskedTime | null; limit: number; most: number },
) {
  const floor = 2 * state.first;
  const lists = new Map(
    [...state.lists].map(([term, list]) => [term, trimmed(list, floor, most)] as const),
  );
  const near = time && unitsIn(state, time.around);
  const asked = time && unitsIn(state, time);
  const boost = (unit: number) => (asked?.(unit) ? inTime : near?.(unit) ? aroundTime : 1);
  return rank(query, lists, {
    units: state.units,
    floor,
    ceiling: 2 * state.last + 1,
    limit,
    boost: time ? boost : undefined,
  });
}

/** Finds the sentences that bear on a text. */
export async function searchTurns(
  chat: string,
  text: string,
  { store, analyzer, ...options }: Writer & SearchOptions,
): Promise<readonly Excerpt[]> {
  const { maxWords, beside = nothingBeside, nowMs = Date.now(), timeZone = "UTC" } = options;
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

  async function read(numbers: readonly number[]): Promise<Map<number, RecallTurn>> {
    const stored =
      numbers.length === 0 ? new Map<number, never>() : await store.texts(chat, numbers);
    return new Map(
      [...stored]
        .filter(([, { turnId }]) => !shown.has(turnId))
        .map(([n, { turnId, body }]) => [n, decodeBody(turnId, body)]),
    );
  }

  if (time?.alone) {
    const turns = beginnings(await read(numbersIn(state, time, limit)), time);
    const ranked = [...turns.keys()].map((n) => ({ unit: 2 * n, score: 1 }));
    return pack({ ranked, values: new Map() }, turns, { maxWords, terms });
  }
  const ranking = rankingOf(query, state, { time, limit, most: store.maxPostings });
  const found = await read(ranking.turns);
  // As many more were read as the prompt shows anyway, so that those crowd nothing out.
  const best = ranking.turns.filter((n) => found.has(n)).slice(0, candidates);
  const ranked = ranking.ranked.filter(({ unit }) => best.includes(unit >> 1));
  return pack({ ...ranking, ranked }, found, { maxWords, terms });
}
