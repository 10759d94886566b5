import type { SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { MemoryState, WindowStore } from "../store.ts";
import { heal, isCold } from "./heal.ts";

/**
 * Reads the state of a chat, after what the archive has and the store has not was taken over: "nothing is remembered" is
 * only said after the archive was asked. Rejects with `archive_unavailable` when it is needed and cannot be.
 */
export async function readState(
  chat: string,
  {
    store,
    archive,
    emit,
  }: {
    readonly store: WindowStore;
    readonly archive: SummaryArchive | null;
    readonly emit: Emit;
  },
  { signal }: WaitOptions = {},
): Promise<MemoryState> {
  const state = await store.begin(chat, "", { signal });
  if (!archive || !isCold(state)) return state;
  const record = await archive.load(chat, { signal }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new MemoryError(
      "archive_unavailable",
      "The archive could not be asked what it remembers: try again.",
      { cause: error },
    );
  });
  const healed = await heal(store, chat, {
    record,
    archivedIn: archive.id,
    state,
    emit,
    signal,
  });
  return healed ? store.begin(chat, "", { signal }) : state;
}
