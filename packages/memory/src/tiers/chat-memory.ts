import { MemoryError } from "../errors.ts";
import type { ChatMemory, WaitOptions } from "../memory.ts";
import { checkKey } from "../protocol/keys.ts";
import { forget, type ForgetOptions } from "./forget.ts";
import { heal, isCold } from "./heal.ts";

export interface ChatMemoryOptions extends Omit<ForgetOptions, "requestId" | "signal"> {
  readonly chat: string;
  readonly forgot: () => void;
}

export function chatMemory(options: ChatMemoryOptions): Pick<ChatMemory, "show" | "forget"> {
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

  return {
    async show(wait = {}) {
      const { summary, base, watermark, turns } = await current(wait);
      return { summary, coversThrough: base + watermark, turns };
    },

    async forget({ requestId, signal }) {
      checkKey("requestId", requestId);
      const result = await forget(chat, { ...options, requestId, signal });
      forgot();
      return result;
    },
  };
}
