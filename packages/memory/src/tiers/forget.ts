import type { SummaryArchive } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { ForgetResult } from "../memory.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { WindowStore } from "../store.ts";
import { isPermanent } from "./permanent.ts";

export interface ForgetOptions extends WaitOptions {
  readonly requestId: string;
  /** Forgets only what is of this epoch: nothing, if the chat was forgotten since. */
  readonly ifEpoch?: number;
  readonly store: WindowStore;
  readonly archive: SummaryArchive | null;
  readonly recall: RecallIndex | null;
  readonly now: () => number;
  readonly emit: Emit;
  /** How long after the forget a worker's save may still reach the archive, in ms. */
  readonly lateSaveMs: number;
}

type Status = ForgetResult["tiers"][number]["status"];

/** Erases a tier, or says whether it can be tried again. */
async function erased(work: () => Promise<void>, signal: AbortSignal | undefined): Promise<Status> {
  try {
    await work();
    return "erased";
  } catch (error) {
    return isPermanent(error) && !signal?.aborted ? "failed" : "pending";
  }
}

/** Erases the store at once, which fences everybody who began before, and then the other tiers. */
export async function forget(chat: string, options: ForgetOptions): Promise<ForgetResult> {
  const { requestId, ifEpoch, store, archive, recall, now, emit, lateSaveMs, signal } = options;
  const first = await store.forget(chat, requestId, {
    signal,
    ...(ifEpoch !== undefined && { ifEpoch }),
  });
  let { epoch } = first;
  const archived = await erased(async () => {
    epoch = await aboveRecord(chat, epoch, options);
    // The person may be talking again: what is of the new epoch stays.
    await archive?.erase(chat, { epoch: epoch - 1, signal });
  }, signal);
  const recalled = await erased(async () => recall?.forget(chat, { epoch, signal }), signal);
  // An epoch is the time of its forget, unless clocks went back.
  const leftMs = Math.min(lateSaveMs, Math.max(0, epoch + lateSaveMs - now()));
  const result: ForgetResult = {
    epoch,
    unchanged: first.unchanged,
    repeatAfterMs: archive ? leftMs : 0,
    tiers: [
      { tier: "store", status: "erased" },
      ...(recall ? [{ tier: "recall" as const, status: recalled }] : []),
      ...(archive ? [{ tier: "archive" as const, status: archived }] : []),
    ],
  };
  emit({ type: "forgotten", chat, result });
  return result;
}

/**
 * Gives the epoch, raised above that of the archive's record if the store knows of none so high: it was lost, and the
 * clock has gone back since. Otherwise a record from before the forget would count as one of after it.
 */
async function aboveRecord(
  chat: string,
  epoch: number,
  { requestId, store, archive, signal }: ForgetOptions,
): Promise<number> {
  const record = await archive?.load(chat, { signal });
  if (!record || record.epoch < epoch) return epoch;
  const state = await store.begin(chat, "", { signal });
  if (record.epoch <= state.epoch) return epoch;
  const raised = await store.forget(chat, requestId, { atLeast: record.epoch + 1, signal });
  return raised.epoch;
}
