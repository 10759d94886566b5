import { randomUUID } from "node:crypto";
import type { ArchiveRecord } from "../archive.ts";
import type { Amendment, HydrateRecord, SummaryChange, TurnContent } from "../store.ts";
import { encodeTurn } from "./codec.ts";

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

/** Says how many turns to keep. Nothing pending goes, unless there is more of it than the cap allows. */
export function keepAfter(pending: number, { window, cap }: Limits) {
  const wanted = Math.max(window, pending);
  return { keep: Math.min(cap, wanted), overflows: wanted > cap };
}

/** Says why a summary must not be applied, or null when it may. */
export function refuseApply(counters: Counters, epoch: number, change: SummaryChange) {
  if (change.epoch !== epoch) return "forgotten";
  if (counters.seq === 0 || counters.incarnation !== change.incarnation) return "lost";
  if (counters.version !== change.version) return "conflict";
  if (change.to > counters.seq || change.to <= counters.watermark) return "range";
  return null;
}

/**
 * Says why an archive record must not be taken over, or null when it may. A higher epoch is newer, whatever the
 * version.
 */
export function refuseHydrate(counters: Counters, epoch: number, record: HydrateRecord) {
  if (epoch > record.epoch) return "forgotten";
  if (epoch === record.epoch && counters.version >= record.version) return "not_newer";
  if (counters.incarnation === record.incarnation) return "adopt";
  return null;
}

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
export const nextEpoch = (epoch: number, nowMs: number): number => Math.max(epoch + 1, nowMs);

/** Gives the counters of a state that exists from now on. */
export const born = (counters: Counters): Counters =>
  counters.incarnation === "" ? { ...counters, incarnation: randomUUID() } : counters;
