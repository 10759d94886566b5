import type { SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { ForgetResult, ChatMemory, WaitOptions } from "../memory.ts";
import { checkKey } from "../protocol/keys.ts";
import type { WindowStore } from "../store.ts";
import { heal, isCold } from "./heal.ts";

export interface ChatMemoryOptions {
  readonly chat: string;
  readonly store: WindowStore;
  readonly archive: SummaryArchive | null;
  readonly emit: Emit;
  readonly forgot: () => void;
}

export function chatMemory(options: ChatMemoryOptions): ChatMemory {
  const { chat, store, archive, emit, forgot } = options;

  /** "Nothing is remembered" is only said after the archive was asked. */
  async function current({ signal }: WaitOptions) {
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
    const healed = await heal(store, chat, { record, state, emit, signal });
    return healed ? store.begin(chat, "", { signal }) : state;
  }

  async function eraseArchive(epoch: number, { signal }: WaitOptions) {
    try {
      await archive?.erase(chat, { epoch, signal });
      return "erased" as const;
    } catch {
      return "pending" as const;
    }
  }

  return {
    async show(wait = {}) {
      const { summary, base, watermark, turns } = await current(wait);
      return { summary, coversThrough: base + watermark, turns };
    },

    async forget({ requestId, signal }) {
      checkKey("requestId", requestId);
      const { epoch } = await store.forget(chat, requestId, { signal });
      const tiers: ForgetResult["tiers"][number][] = [{ tier: "store", status: "erased" }];
      // The person may be talking again: what is of the new epoch stays.
      if (archive)
        tiers.push({ tier: "archive", status: await eraseArchive(epoch - 1, { signal }) });
      forgot();
      const result = { epoch, tiers };
      emit({ type: "forgotten", chat, result });
      return result;
    },
  };
}
