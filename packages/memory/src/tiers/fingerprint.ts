import { createHash } from "node:crypto";
import type { ArchiveRecord } from "../archive.ts";
import type { MemoryState } from "../store.ts";

const separator = "/";

const hashOf = (turnId: string): string =>
  createHash("sha256").update(turnId).digest("base64url").slice(0, 16);

const turnAt = ({ turns }: MemoryState, seq: number) => turns.find((turn) => turn.seq === seq);

/**
 * Gives the incarnation of a record that covers the local turns up to `to`: that of the state, and a hash of the id of
 * the last covered turn. Without that turn the hash is empty, and nothing matches it.
 */
export function fingerprint(state: MemoryState, to: number): string {
  const last = turnAt(state, to);
  return `${state.incarnation}${separator}${last ? hashOf(last.turnId) : ""}`;
}

/** Tells a summary of the local turns up to `to` which turn was the last, for the store to compare. */
export function lastTurnOf(state: MemoryState, to: number): { readonly lastAtMs?: number } {
  const last = turnAt(state, to);
  return last ? { lastAtMs: last.atMs } : {};
}

/** Whether the last turns of two looks may be the same one: a turn that is no longer kept may be any. */
export const isSameTurn = (
  one: { readonly lastAtMs?: number },
  other: { readonly lastAtMs?: number },
): boolean =>
  one.lastAtMs === undefined || other.lastAtMs === undefined || one.lastAtMs === other.lastAtMs;

/** Whether the record was written of the very state that the store has, be it earlier or later. */
export const isSameLife = (record: ArchiveRecord, { incarnation }: MemoryState): boolean =>
  record.incarnation === incarnation || record.incarnation.startsWith(`${incarnation}${separator}`);

/** Whether a record of this life may end with the turn that the state has there: one that is no longer kept may be any. */
export function mayEndAt(record: ArchiveRecord, state: MemoryState, to: number): boolean {
  const last = turnAt(state, to);
  const hash = record.incarnation.slice(state.incarnation.length + separator.length);
  return last === undefined || hash === "" || hash === hashOf(last.turnId);
}

/**
 * Whether the record covers the very turns that the state holds under their numbers. A store that came back older, from
 * a copy, has the same incarnation and gives the same numbers again, to turns that nobody has summarized.
 */
export function covers(record: ArchiveRecord, state: MemoryState): boolean {
  // Written before records had a hash.
  if (record.incarnation === state.incarnation) return true;
  if (!isSameLife(record, state)) return false;
  const last = turnAt(state, record.coversThrough - state.base);
  return (
    last !== undefined &&
    hashOf(last.turnId) === record.incarnation.slice(state.incarnation.length + separator.length)
  );
}
