import type { ArchiveRecord } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { MemoryState, WindowStore } from "../store.ts";

/** The store knows no summary, or has lost its text. */
export const isCold = ({ version, summary }: MemoryState): boolean =>
  version === 0 || summary === null;

function isNewer(record: ArchiveRecord, state: MemoryState): boolean {
  if (record.epoch !== state.epoch) return record.epoch > state.epoch;
  const textIsLost = state.version > 0 && state.summary === null;
  return record.version > state.version || (textIsLost && record.version === state.version);
}

/**
 * Brings the store up to a newer archive record: after the store lost its state (hydrate), or after a worker died between
 * its two writes (adopt: the same incarnation, so the record covers turns that the store still has). True = look again.
 */
export async function heal(
  store: WindowStore,
  user: string,
  { record, state, emit }: { record: ArchiveRecord | null; state: MemoryState; emit: Emit },
): Promise<boolean> {
  if (!record || !isNewer(record, state)) return false;
  const { version, epoch, incarnation, coversThrough, summary } = record;
  const adopts = incarnation === state.incarnation && version > state.version;
  const done = adopts
    ? await store.apply(user, {
        epoch: state.epoch,
        incarnation: state.incarnation,
        version: state.version,
        becomes: version,
        to: coversThrough - state.base,
        summary,
      })
    : await store.hydrate(user, { epoch, incarnation, version, coversThrough, summary });
  if (done === "applied" || done === "hydrated") {
    emit({ type: "healed", user, how: done === "applied" ? "adopted" : "hydrated", version });
  }
  return true;
}
