import type { ChatMemory } from "../memory.ts";
import { MemoryError } from "../errors.ts";
import { checkCount } from "../protocol/limits.ts";
import { checkKey } from "../protocol/keys.ts";
import { forget, type ForgetOptions } from "./forget.ts";
import { readState } from "./read-state.ts";

export interface ChatMemoryOptions extends Omit<ForgetOptions, "requestId" | "signal"> {
  readonly chat: string;
  readonly forgot: () => void;
  /** How many words a search gives unless more are wanted. */
  readonly recallWords: number;
  /** The time zone of the days that are named. */
  readonly timeZone: string | undefined;
}

export function chatMemory(
  options: ChatMemoryOptions,
): Pick<ChatMemory, "show" | "search" | "forget"> {
  const { chat, store, recall, now, forgot, recallWords, timeZone } = options;

  return {
    async show(wait) {
      const { summary, base, watermark, turns } = await readState(chat, options, wait);
      return { summary, coversThrough: base + watermark, turns };
    },

    async search(query, { maxWords = recallWords, side, signal } = {}) {
      checkCount("maxWords", maxWords);
      if (!recall)
        throw new MemoryError(
          "invalid_argument",
          "This memory finds nothing again: give createMemory a `recall` index.",
        );
      const opening = store.begin(chat, "", { signal });
      const beside = opening.then(({ epoch }) => ({ epoch, shown: new Set<string>() }));
      const asked = { maxWords, side, beside, nowMs: now(), timeZone, signal };
      const search = recall.search(chat, query, asked);
      const [found] = await Promise.all([search, opening]);
      return found;
    },

    async forget({ requestId, signal }) {
      checkKey("requestId", requestId);
      const result = await forget(chat, { ...options, requestId, signal });
      forgot();
      return result;
    },
  };
}
