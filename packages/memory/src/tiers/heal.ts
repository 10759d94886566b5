import type { ArchiveRecord } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { MemoryState, WindowStore } from "../store.ts";
import { isEditedByHand } from "./edited.ts";
import { covers, lastTurnOf } from "./fingerprint.ts";
import { noteArchive } from "./note-archive.ts";

/** Whether the store knows no summary, or has lost its text. */
export const isCold = ({ version, summary }: MemoryState): boolean =>
  version === 0 || summary === null;

function isNewer(record: ArchiveRecord, state: MemoryState): boolean {
  if (record.epoch !== state.epoch) return record.epoch > state.epoch;
  if (record.version !== state.version) return record.version > state.version;
  return state.version > 0 && (state.summary === null || isEditedByHand(record, state));
}

export interface HealOptions {
  readonly record: ArchiveRecord | null;
  /** The archive's id, if it has one. */
  readonly archivedIn: string | undefined;
  readonly state: MemoryState;
  readonly emit: Emit;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the store up to a newer archive record: after the store lost its state or cannot read it, or somebody edited the
 * record by hand (hydrate), or after a worker died between its two writes (adopt: the record covers turns that the store
 * still has). Resolves with true when the state may have changed and has to be read again.
 */
export async function heal(
  store: WindowStore,
  chat: string,
  { record, archivedIn, state, emit, signal }: HealOptions,
): Promise<boolean> {
  // What a newer version of this package wrote is newer than any record that this one knows.
  if (!record || state.newerSummary || !isNewer(record, state)) return false;
  const { version, epoch, incarnation, coversThrough, summary } = record;
  // A writer that raced may have covered more at the same version, which a lost text makes the only one.
  const isAhead = version > state.version || coversThrough > state.base + state.watermark;
  const adopts = isAhead && covers(record, state);
  const change = {
    epoch: state.epoch,
    incarnation: state.incarnation,
    version: state.version,
    becomes: version,
    to: coversThrough - state.base,
    summary,
    ...lastTurnOf(state, coversThrough - state.base),
    ...noteArchive(archivedIn),
  };
  const done = adopts
    ? await store.apply(chat, change, { signal })
    : await store.hydrate(
        chat,
        {
          epoch,
          incarnation,
          version,
          coversThrough,
          summary,
          ...noteArchive(archivedIn),
        },
        { signal, replace: true },
      );
  if (done === "applied") emit({ type: "healed", chat, how: "adopted", version });
  if (done === "hydrated") {
    if (isEditedByHand(record, state)) emit({ type: "edited_by_hand", chat, version });
    else emit({ type: "healed", chat, how: "hydrated", version });
  }
  return true;
}
