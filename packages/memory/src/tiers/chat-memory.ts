import type { ChatMemory } from "../memory.ts";
import { checkKey } from "../protocol/keys.ts";
import { forget, type ForgetOptions } from "./forget.ts";
import { readState } from "./read-state.ts";

export interface ChatMemoryOptions extends Omit<ForgetOptions, "requestId" | "signal"> {
  readonly chat: string;
  readonly forgot: () => void;
}

export function chatMemory(options: ChatMemoryOptions): Pick<ChatMemory, "show" | "forget"> {
  const { chat, forgot } = options;

  return {
    async show(wait) {
      const { summary, base, watermark, turns } = await readState(chat, options, wait);
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
