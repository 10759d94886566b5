import type { ChatControls } from "../chats.ts";
import type { ChatContext } from "./chat-context.ts";
import { correct } from "./correct.ts";
import { exportChat } from "./export-chat.ts";
import { importChat } from "./import-chat.ts";
import { undo } from "./undo.ts";

/** Gives a person hold of what is remembered of their chat. */
export function chatControls(context: ChatContext): ChatControls {
  const { chat, store } = context;
  return {
    undo: (options = {}) => undo(context, options),
    correct: (text, wait = {}) => correct(context, text, wait),
    export: (wait = {}) => exportChat(context, wait),
    import: (data, wait = {}) => importChat(context, data, wait),
    pause: (wait) => store.pause(chat, true, wait),
    resume: (wait) => store.pause(chat, false, wait),
    usage: async (wait) => (await store.begin(chat, "", wait)).usage,
  };
}
