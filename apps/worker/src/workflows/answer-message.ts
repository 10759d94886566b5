import type { InboundMessage, SummaryRequest } from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import type { Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import type { Allowance } from "./allowance.ts";
import { compose, type ComposeOptions } from "./compose.ts";
import { turnOf } from "./message-text.ts";
import { openingOf } from "./opening.ts";

export interface AnswerDeps {
  readonly memory: Pick<Memory, "open">;
  readonly model: ChatModel;
  /** The bot's character in an operator's words. */
  readonly persona?: string | undefined;
  /** How much each person may use in a day; without it nobody counts. */
  readonly allowance?: Allowance | undefined;
  readonly paid?: ComposeOptions["paid"];
  readonly isWritable?: ComposeOptions["isWritable"];
  readonly summaries: Producer<SummaryRequest>;
  /** False = there is no archive, so nothing is summarized. */
  readonly summarizing: boolean;
}

/** What a single answer is made with. */
export type AnswerOptions = Pick<ComposeOptions, "onText" | "onCited" | "signal" | "stop">;

/**
 * Answers a message and remembers the turn; one that the person has stopped as far as it was written, and with null before its
 * first word. A turn that was committed before gives its stored answer.
 */
export async function answerMessage(
  jobId: string,
  message: InboundMessage,
  deps: AnswerDeps,
  options: AnswerOptions,
): Promise<string | null> {
  const { memory, model, allowance, paid, isWritable, summaries, summarizing } = deps;
  const { chatId } = message;
  const { signal } = options;
  const turn = await memory.open(chatId, {
    turnId: jobId,
    ...openingOf(message, deps.persona),
    signal,
  });
  /** A request that was lost with its process is made again by the next message. */
  const requestSummary = async ({ due, coversThrough }: Due) => {
    if (!summarizing || !due) return;
    // What is said after a /forget is not what was asked for before.
    const id = `summary:${chatId}:${turn.epoch}:${coversThrough}`;
    await summaries.push([{ id, lane: chatId, body: { v: 1, chatId } }]);
  };
  if (turn.replay !== undefined) {
    await requestSummary(turn);
    return turn.replay;
  }
  const composed = await compose(jobId, message, {
    prompts: turn,
    model,
    allowance,
    paid,
    isWritable,
    ...options,
  });
  if (composed === null) return null;
  if (composed.isUnanswered) return composed.text;
  const { text: assistant, usage, cut } = composed;
  const committed = await turn.commit(
    { ...turnOf(jobId, message), assistant, ...(usage && { usage }), ...(cut && { cut }) },
    { signal },
  );
  if ("coversThrough" in committed) await requestSummary(committed);
  return committed.answer;
}

interface Due {
  readonly due: boolean;
  readonly coversThrough: number;
}
