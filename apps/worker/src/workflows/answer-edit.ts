import { type InboundMessage, isLaterId, originalId } from "@tgmem/contracts";
import type { Memory } from "@tgmem/memory";
import { type AnswerDeps, answerMessage, type AnswerOptions } from "./answer-message.ts";
import { compose } from "./compose.ts";
import { turnText } from "./message-text.ts";
import { systemPromptFor } from "./system-prompt.ts";

export interface EditDeps extends AnswerDeps {
  readonly memory: Pick<Memory, "open" | "revise">;
}

/**
 * Takes in a new version of a message: its turn is corrected, and answered anew if nothing was said since. Resolves
 * with null when there is nothing to send. A message that was never answered is answered now, unless the chat has gone
 * on since. The message before this one in the lane is finished, so the first version was answered, or given up.
 */
export async function answerEdit(
  jobId: string,
  message: InboundMessage,
  deps: EditDeps,
  options: AnswerOptions,
): Promise<string | null> {
  const { signal } = options;
  const firstId = originalId(jobId);
  const ids = { turnId: firstId, editId: jobId };
  const revision = await deps.memory.revise(message.chatId, {
    ...ids,
    text: message.text,
    systemPrompt: systemPromptFor(message, deps.persona),
    signal,
  });
  if (revision.replay !== undefined) return revision.replay;
  const text = turnText(message);
  // Telegram tells of more than new words, for instance that a link has got a preview.
  if (revision.text === text) return null;

  switch (revision.status) {
    case "last": {
      const { model, allowance, paid, isWritable } = deps;
      const composed = await compose(jobId, message, {
        prompts: revision,
        model,
        allowance,
        paid,
        isWritable,
        ...options,
      });
      if (composed === null) return null;
      if (composed.isUnanswered) return composed.text;
      const { text: assistant, cut } = composed;
      const done = await revision.amend({ text, assistant, ...(cut && { cut }) }, { signal });
      return done.status === "amended" ? (done.answer ?? null) : assistant;
    }
    case "earlier":
      await revision.amend({ text }, { signal });
      return null;
    case "never_committed": {
      const wentOn = revision.turns.some(({ turnId }) => isLaterId(turnId, firstId));
      return wentOn ? null : answerMessage(jobId, message, deps, options);
    }
    default:
      // Applied before, or summarized: a summary keeps the old words.
      return null;
  }
}
