import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import { rememberTurns } from "../recall/remember-turns.ts";
import type { SummarizeResult } from "../summarizing.ts";
import type { Turn } from "../turn.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { MemoryState, WindowStore } from "../store.ts";
import { fingerprint, isSameTurn, lastTurnOf } from "../tiers/fingerprint.ts";
import { noteArchive } from "../tiers/note-archive.ts";
import { forget } from "../tiers/forget.ts";
import { heal, isCold } from "../tiers/heal.ts";
import { missingRecords } from "./missing-records.ts";

export interface SummaryJob {
  readonly state: MemoryState;
  /** The turns that wait for a summary, as they were read. */
  readonly pending: readonly Turn[];
}

export interface SummaryTiers {
  readonly store: WindowStore;
  readonly archive: SummaryArchive | null;
  readonly recall?: RecallIndex | null;
  readonly now: () => number;
  readonly emit: Emit;
  /** How long every look has to miss a record before it counts as deleted by hand, in ms. */
  readonly settleMs: number;
  /** Whether the archive has told this process that it has nothing of the chat, since its store began anew. @default no */
  readonly isAbsent?: (chat: string, incarnation: string) => boolean;
}

type Ended =
  /** The state as it is now. */
  | { readonly status: "applied"; readonly state: MemoryState }
  | Extract<SummarizeResult, { status: "nothing" | "conflict" | "forgotten" | "deferred" }>;

/** The record of the summary that the state has. */
const recordOf = (state: MemoryState, summary: string, nowMs: number): ArchiveRecord => ({
  summary,
  version: state.version,
  coversThrough: state.base + state.watermark,
  epoch: state.epoch,
  incarnation: fingerprint(state, state.watermark),
  updatedAtMs: nowMs,
});

/** What this very archive has by what the store knows of it, if that is known. */
function expectedOf(state: MemoryState, { id }: SummaryArchive): ArchiveRecord | undefined {
  const { version, summary, archivedIn } = state;
  const isKnown = version > 0 && summary !== null && id !== undefined && archivedIn === id;
  return isKnown ? recordOf(state, summary, 0) : undefined;
}

const isUnreadable = ({ unreadableSummary, newerSummary }: MemoryState): boolean =>
  unreadableSummary === true || newerSummary === true;

/**
 * A summarize job in two halves, so that a model can think in between. It may die anywhere: before the save nothing has
 * changed, and after it the archive is one version ahead, which the next job adopts.
 */
export function summaryJobs({
  store,
  archive,
  recall = null,
  now,
  emit,
  settleMs,
  isAbsent = () => false,
}: SummaryTiers) {
  const missing = missingRecords({ now, settleMs });

  /**
   * Loads the record of this epoch, or says that this very archive had it and misses it: not for long yet, or because
   * somebody has deleted it by hand. One of an older epoch was left by a worker that died after a forget: it goes first.
   */
  async function loadCurrent(
    chat: string,
    state: MemoryState,
    { signal }: WaitOptions,
  ): Promise<ArchiveRecord | "missing" | "deleted" | null> {
    if (!archive) return null;
    const { epoch, archivedIn, incarnation, version } = state;
    const expect = version === 0 && isAbsent(chat, incarnation) ? null : expectedOf(state, archive);
    const record = await archive.load(chat, { expect, signal });
    if (!record && archive.id !== undefined && archive.id === archivedIn)
      return missing.missed(chat) ? "deleted" : "missing";
    missing.found(chat);
    if (!record) return null;
    if (record.epoch >= epoch) return record;
    await archive.erase(chat, { epoch: epoch - 1, signal });
    return null;
  }

  /** Forgets the chat whose record was deleted: the same request for all who see it, and nothing that came after a forget. */
  async function forgetDeleted(chat: string, { epoch }: MemoryState, { signal }: WaitOptions) {
    missing.found(chat);
    emit({ type: "deleted_by_hand", chat });
    const requestId = `deleted:${epoch}`;
    const tiers = { store, archive, recall, now, emit, lateSaveMs: 0 };
    await forget(chat, { ...tiers, requestId, ifEpoch: epoch, signal });
  }

  /** Saves the store's summary where the archive is behind, or holds the text of a writer that raced. */
  async function repair(
    chat: string,
    state: MemoryState,
    record: ArchiveRecord | null,
    { signal }: WaitOptions,
  ): Promise<"fine" | "conflict" | "forgotten"> {
    if (!archive || isCold(state) || state.summary === null) return "fine";
    const truth = recordOf(state, state.summary, now());
    if (record?.version !== state.version || record.summary !== state.summary) {
      const saved = await archive.save(chat, truth, { expectVersion: state.version, signal });
      if (saved !== "saved") return saved;
      emit({ type: "repaired", chat, version: state.version });
    }
    if (archive.id !== undefined && archive.id !== state.archivedIn) {
      // Only so that a record that is deleted later is missed.
      const noted = { ...truth, archivedIn: archive.id };
      await store.hydrate(chat, noted, { replace: true, signal });
    }
    return "fine";
  }

  /** Heals, reads, and says what to summarize, or that there is nothing to do. */
  async function start(chat: string, { signal }: WaitOptions = {}): Promise<SummaryJob | Ended> {
    let state = await store.begin(chat, "", { signal });
    const { version, unreadable = 0 } = state;
    if (unreadable > 0) emit({ type: "unreadable", chat, turns: unreadable });
    const record = await loadCurrent(chat, state, { signal });
    if (record === "missing") {
      emit({ type: "record_missing", chat });
      return { status: "deferred" };
    }
    if (record === "deleted") {
      await forgetDeleted(chat, state, { signal });
      return { status: "forgotten" };
    }
    if (await heal(store, chat, { record, archivedIn: archive?.id, state, emit, signal })) {
      state = await store.begin(chat, "", { signal });
    } else {
      const repaired = await repair(chat, state, record, { signal });
      if (repaired !== "fine") return { status: repaired };
    }
    if (isUnreadable(state)) {
      emit({ type: "unreadable", chat, turns: unreadable, summary: true });
      return { status: "deferred" };
    }
    // The archive has an older text than the one that the store has lost.
    if (state.version > 0 && state.summary === null && record) return { status: "deferred" };
    const { watermark, newerTurns = [] } = state;
    // What a newer version wrote waits for that version, and so does all that was said after it.
    const until = newerTurns.find((seq) => seq > watermark) ?? Infinity;
    const pending = state.turns.filter(({ seq }) => seq > watermark && seq < until);
    if (pending.some(({ undone }) => !undone)) return { state, pending };
    if (until < Infinity) return { status: "deferred" };
    if (state.watermark === 0 || state.version === version) return { status: "nothing" };
    return { status: "applied", state };
  }

  /** Writes the summary to the archive first, and to the store second. */
  async function finish(
    chat: string,
    { state, to }: { readonly state: MemoryState; readonly to: number },
    summary: string,
    { signal }: WaitOptions = {},
  ): Promise<Ended> {
    const { epoch, incarnation, version } = state;
    const becomes = version + 1;
    const next = { ...state, version: becomes, watermark: to, summary };
    const last = lastTurnOf(state, to);
    if (archive || recall) {
      // An archive without compare-and-set can be overtaken between its look and its write: a fresh look narrows that.
      let fresh = await store.begin(chat, "", { signal });
      if (recall && fresh.epoch === epoch) {
        // What is summarized leaves the window, and must be found from then on.
        const picks = ({ seq }: Turn) => seq > state.watermark && seq <= to;
        fresh = await rememberTurns(chat, fresh, { store, recall, emit, signal, picks });
      }
      if (fresh.epoch !== epoch) return { status: "forgotten" };
      // A text that changed at the same version was edited by hand.
      if (
        fresh.version !== version ||
        fresh.incarnation !== incarnation ||
        // A store that came back from a copy has given the number to another turn, or to none yet.
        fresh.seq < to ||
        !isSameTurn(last, lastTurnOf(fresh, to)) ||
        fresh.summary !== state.summary
      )
        return { status: "conflict" };
    }
    if (archive) {
      const record = recordOf(next, summary, now());
      const saved = await archive.save(chat, record, { expectVersion: version, signal });
      if (saved !== "saved") return { status: saved };
    }
    const change = {
      epoch,
      incarnation,
      version,
      becomes,
      to,
      summary,
      ...last,
      ...noteArchive(archive?.id),
    };
    const done = await store.apply(chat, change, { signal });
    if (done === "applied") return { status: "applied", state: next };
    if (done !== "forgotten") return { status: "conflict" };
    // Not by the caller's signal: what was written too late has to go, however little time is left.
    await archive?.erase(chat, { epoch });
    return { status: "forgotten" };
  }

  return { start, finish };
}
