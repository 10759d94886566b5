import type { InboundMessage, SummaryRequest } from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import type { Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { compose } from "./compose.ts";
import { turnOf } from "./said.ts";

export interface AnswerDeps {
  readonly memory: Pick<Memory, "open">;
  readonly model: ChatModel;
  readonly summaries: Producer<SummaryRequest>;
  /** False = there is no archive, so nothing is summarized. */
  readonly summarizing: boolean;
}

/** Answers a message and remembers the turn. A turn that was committed before gives its stored answer. */
export async function answer(
  jobId: string,
  message: InboundMessage,
  { memory, model, summaries, summarizing }: AnswerDeps,
  signal: AbortSignal,
): Promise<string> {
  const { userId } = message;
  const turn = await memory.open(userId, { turnId: jobId, signal });
  if (turn.replay !== undefined) return turn.replay;
  const assistant = await compose(message, (text) => turn.prompt(text), model, signal);
  const committed = await turn.commit({ ...turnOf(jobId, message), assistant }, { signal });
  if (summarizing && committed.status !== "forgotten" && committed.due) {
    const id = `summary:${userId}:${committed.coversThrough}`;
    await summaries.push([{ id, lane: userId, body: { v: 1, userId } }]);
  }
  return committed.answer;
}
