import type { CorrectResult } from "../chats.ts";
import type { WaitOptions } from "../wait-options.ts";
import { checkText } from "../turns/check-turn.ts";
import { countWords } from "../validation/words.ts";
import type { ChatContext } from "./chat-context.ts";
import { writeSummary } from "./write-summary.ts";

/** Replaces the summary by a text of the person. It covers what the one before covered. */
export async function correct(
  context: ChatContext,
  text: string,
  { signal }: WaitOptions,
): Promise<CorrectResult> {
  checkText("text", text);
  const { maxWords } = context.policy;
  const words = countWords(text);
  if (words > maxWords) return { status: "too_long", words, maxWords };
  const state = await context.read({ signal });
  if (state.newerSummary) return { status: "conflict" };
  const summary = text.trim();
  const done = await writeSummary(context, state, { to: state.watermark, summary, signal });
  if (done !== "written") return { status: done };
  return { status: "corrected", version: state.version + 1 };
}
