import { randomUUID } from "node:crypto";
import type { ArchiveRecord } from "../archive.ts";
import type { Amendment, HydrateRecord, NewTurn, SummaryChange, TurnContent } from "../store.ts";
import type { Turn } from "../turn.ts";
import { encodeTurn } from "./turn-codec.ts";

/** The numbers that a store keeps of one incarnation. */
export interface Counters {
  readonly seq: number;
  readonly watermark: number;
  readonly version: number;
  readonly incarnation: string;
  readonly base: number;
  readonly dropped: number;
}

export interface Limits {
  readonly window: number;
  readonly cap: number;
}

export const noCounters: Counters = {
  seq: 0,
  watermark: 0,
  version: 0,
  incarnation: "",
  base: 0,
  dropped: 0,
};

/** Says how many turns to keep. Nothing pending goes, unless there is more of it than the cap allows, or nobody waits for it. */
export function keepAfter(
  pending: number,
  { window, cap }: Limits,
  keeps: NewTurn["keeps"] = "pending",
) {
  if (keeps === "window") return { keep: window, overflows: false };
  const wanted = Math.max(window, pending);
  return { keep: Math.min(cap, wanted), overflows: wanted > cap };
}

/** Says why a summary must not be applied, or null when it may. `last` is the turn that the store keeps under its number. */
export function refuseApply(
  { counters, epoch, last }: { counters: Counters; epoch: number; last: Turn | null },
  change: SummaryChange,
) {
  if (change.epoch !== epoch) return "forgotten";
  const exists = change.corrects === true ? counters.incarnation !== "" : counters.seq > 0;
  if (!exists || counters.incarnation !== change.incarnation) return "lost";
  if (counters.version !== change.version) return "conflict";
  if (change.lastAtMs !== undefined && last && last.atMs !== change.lastAtMs) return "conflict";
  const lowest = change.corrects === true ? counters.watermark : counters.watermark + 1;
  return change.to > counters.seq || change.to < lowest ? "range" : null;
}

/**
 * Says what of an archive record is to be taken over: its `text` alone, or `all` of it; or why nothing is. A higher
 * epoch is newer, whatever the version.
 */
export function hydration(
  { counters, epoch, hasText }: { counters: Counters; epoch: number; hasText: boolean },
  record: HydrateRecord,
  { replace = false }: { readonly replace?: boolean | undefined } = {},
): "text" | "all" | "forgotten" | "not_newer" | "adopt" {
  if (epoch > record.epoch) return "forgotten";
  if (epoch === record.epoch && counters.version === record.version && (replace || !hasText))
    return "text";
  if (epoch === record.epoch && counters.version >= record.version) return "not_newer";
  return counters.incarnation === record.incarnation ? "adopt" : "all";
}

/**
 * Where the watermark stands after a record of another life was taken over. A summary of the store's own is lost by that, so
 * the turns of it that the store still has, from `firstKept` on, wait for the next one.
 */
export const watermarkBeside = (
  { version, watermark, seq }: Counters,
  firstKept: number | undefined,
): number => (version > 0 ? Math.min(watermark, (firstKept ?? seq + 1) - 1) : watermark);

/** Says why a turn must not be amended, or null when it may. */
export function refuseAmend(
  { epoch, seen, kept }: { epoch: number; seen: boolean; kept: TurnContent | null },
  amendment: Amendment,
) {
  if (amendment.epoch !== epoch) return "forgotten";
  if (seen) return "duplicate";
  if (!kept) return "gone";
  return encodeTurn(kept) === encodeTurn(amendment.before) ? null : "conflict";
}

/** Says why an archive must not overwrite what it holds with a new record, or null when it may. */
export function refuseSave(
  held: Pick<ArchiveRecord, "epoch" | "version"> | null | undefined,
  record: ArchiveRecord,
  expectVersion: number,
) {
  if (!held) return null;
  if (held.epoch > record.epoch) return "forgotten";
  return held.epoch === record.epoch && held.version > expectVersion ? "conflict" : null;
}

/** Gives an epoch that was never used before, even if the old one is lost: a lost epoch was an earlier time. */
export const nextEpoch = (epoch: number, nowMs: number, atLeast = 0): number =>
  Math.max(epoch + 1, nowMs, atLeast);

/** Gives the counters of a state that exists from now on. */
export const born = (counters: Counters): Counters =>
  counters.incarnation === "" ? { ...counters, incarnation: randomUUID() } : counters;
