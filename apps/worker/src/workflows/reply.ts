import {
  type InboundMessage,
  isCommand,
  outboundJob,
  type OutboundMessage,
} from "@tgmem/contracts";
import type { Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { textsFor } from "@tgmem/texts";
import { answerCommand, type CommandDeps } from "./answer-command.ts";
import { answerEdit } from "./answer-edit.ts";
import { type AnswerDeps, answerMessage, type AnswerOptions } from "./answer-message.ts";
import { chosenIn, named } from "./chosen-model.ts";
import { type Cited, sourcesOf } from "./sources.ts";
import { timedModel } from "./timed-model.ts";

export interface ReplyDeps extends AnswerDeps {
  readonly memory: Pick<Memory, "open" | "revise" | "chat">;
  readonly outbound: Producer<OutboundMessage>;
  readonly forgotten: CommandDeps["forgotten"];
  readonly eraseFromLists: CommandDeps["eraseFromLists"];
  readonly menu?: CommandDeps["menu"];
  readonly operators?: CommandDeps["operators"];
  readonly stops?: CommandDeps["stops"] | undefined;
  /** Shows the person that an answer is being made. */
  readonly answering?: (
    jobId: string,
    message: InboundMessage,
    options: { readonly signal: AbortSignal },
  ) => Answering;
  readonly now?: () => number;
}

/** What a single reply is made with. */
export interface ReplyOptions {
  /** How long the message waited before, in ms; absent = nobody knows, and its way is not told. */
  readonly waitedMs?: number | undefined;
  readonly signal: AbortSignal;
}

/** An answer that is being made. */
interface Answering extends Pick<AnswerOptions, "onText" | "stop"> {
  /** Is called when the answer is there, or has failed. Nothing is shown any more when it has resolved. */
  readonly ended: () => Promise<void>;
}

/** How a message ended; `noted` = nothing was to be sent: an edit only corrected what is remembered, or the person stopped the answer at once. */
export type Replied = "answered" | "noted";

/**
 * Replies to one message: memory → model → memory → outbound list. Safe to repeat at any point: a committed turn gives
 * its stored answer, and the outbound list drops an id that it has seen.
 */
export async function reply(
  jobId: string,
  message: InboundMessage,
  deps: ReplyDeps,
  { waitedMs, signal }: ReplyOptions,
): Promise<Replied> {
  const { now = Date.now } = deps;
  const beganAt = now();
  let modelMs = 0;
  const model = timedModel(deps.model, { now, onEnd: (ms) => (modelMs += ms) });
  const chosen = isCommand(message.text) ? {} : await chosenIn(message.chatId, deps.menu);
  const answering = deps.answering?.(jobId, message, { signal });
  let text: string | null;
  let cited: Cited | undefined;
  try {
    const options: AnswerOptions = {
      onText: answering?.onText,
      onCited: (citing, citations) => (cited = { text: citing, citations }),
      stop: answering?.stop,
      signal,
    };
    text = await textFor(jobId, message, { ...deps, model: named(model, chosen.name) }, options);
  } finally {
    await answering?.ended();
  }
  deps.paid?.drop(jobId);
  if (text === null) return "noted";
  signal.throwIfAborted();
  const { sentAtMs, editedAtMs = sentAtMs } = message;
  const way = waitedMs !== undefined && {
    sentAtMs: editedAtMs,
    waitedMs,
    workedMs: now() - beganAt,
    modelMs,
  };
  const texts = textsFor(message.language);
  const below = [...sourcesOf(text, cited, texts), ...(chosen.dropGone ? [texts.models.gone] : [])];
  const told = [text, ...below].join("\n\n");
  await deps.outbound.push([outboundJob(jobId, message, told, way || undefined)]);
  await chosen.dropGone?.();
  return "answered";
}

async function textFor(
  jobId: string,
  message: InboundMessage,
  deps: ReplyDeps,
  options: AnswerOptions,
): Promise<string | null> {
  if (isCommand(message.text)) return answerCommand(jobId, message, deps, options);
  if (message.editedAtMs !== undefined) return answerEdit(jobId, message, deps, options);
  return answerMessage(jobId, message, deps, options);
}
