import type { ChatModel } from "../chat-model.ts";
import { chatStream } from "../chat-stream.ts";
import { LlmError } from "../errors.ts";
import {
  asksOwnName,
  isGreeting,
  isHelp,
  isQuestion,
  isRecall,
  isRequest,
  isStatement,
  nameGiven,
} from "./phrases.ts";
import { type PromptContext, promptContext } from "./prompt-context.ts";
import { countWords, firstWords } from "../words.ts";

/** Said at the start of a talk, and wherever a real model would have known more. */
const notice = "I am offline: no language model is connected, so I answer from memory alone.";
/** Ends the answers that do not hold the notice. */
const short = "(offline)";

const quoted = (text: string) => `“${firstWords(text.replaceAll(/\s+/gu, " "), 40)}”`;
/** Puts a text in quotation marks, unless it has some already. */
const quote = (text: string) => (text.includes("“") ? text : quoted(text));

const stopWords = new Set(
  "about again also and any are can could did does for from had has have her him his how into its just like many me more much my name not now our say she some tell than that the their them then there they this told was were what when where which who why will with would you your".split(
    " ",
  ),
);

/** The words that carry meaning, cut to a stem of six letters: "living" still finds "lives". */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !stopWords.has(word))
      .map((word) => word.replace(/(ing|ed|es|s|e)$/u, "").slice(0, 6)),
  );
}

/** Finds the statement that shares the most words with the question; of equals, the newest. */
function bestMatch(asked: string, statements: readonly string[]): string | null {
  const wanted = stems(asked);
  let best: string | null = null;
  let bestScore = 0;
  for (const statement of statements) {
    const score = [...stems(statement)].filter((stem) => wanted.has(stem)).length;
    if (score > 0 && score >= bestScore) [best, bestScore] = [statement, score];
  }
  return best;
}

const sentences = (text: string | null) =>
  (text ?? "")
    .split(/\n+|(?<=[.!?。！？])\s+/u)
    .map((line) => line.trim())
    .filter(Boolean);

function nameIn({ said, now, summary }: PromptContext): string | null {
  const statements = [now, ...said.toReversed()].filter((text) => !isQuestion(text));
  for (const text of [...statements, summary ?? ""]) {
    const name = nameGiven(text);
    if (name) return name;
  }
  return null;
}

/** Tells all tiers, so that a newcomer sees which is which. */
function everything({ summary, said, recalled }: PromptContext): string {
  const parts: string[] = [];
  if (summary) parts.push(`From long-term memory (the summary):\n${summary}`);
  if (said.length > 0)
    parts.push(
      `From short-term memory (the last turns), you said:\n${said.map((text) => `- ${quoted(text)}`).join("\n")}`,
    );
  if (recalled.length > 0)
    parts.push(
      `From long ago, as it bears on this:\n${recalled.map((text) => `- ${quoted(text)}`).join("\n")}`,
    );
  return parts.length === 0
    ? "I remember nothing of you yet. Tell me something, and ask me again."
    : parts.join("\n\n");
}

function answerQuestion({ now, said, recalled, summary }: PromptContext): string {
  const recent = bestMatch(now, said.filter(isStatement));
  if (recent) return `You told me: ${quote(recent)} (short-term memory) ${short}`;
  const longAgo = bestMatch(now, recalled);
  if (longAgo) return `You told me long ago: ${quote(longAgo)} (recalled) ${short}`;
  const older = bestMatch(now, sentences(summary));
  if (older) return `I noted: ${quote(older)} (long-term memory) ${short}`;
  return isQuestion(now)
    ? `I remember nothing about that. ${notice}`
    : `I cannot do that. ${notice}`;
}

function answer(context: PromptContext): string {
  const { now, said, summary } = context;
  const isFirst = said.length === 0 && !summary;
  const name = nameIn(context);
  if (isRecall(now)) return `${notice}\n\n${everything(context)}`;
  if (asksOwnName(now))
    return name
      ? `Your name is ${name}. ${short}`
      : `You have not told me your name yet. ${notice}`;
  if (isHelp(now))
    return `${notice} Tell me things about you, then ask “what did I say?” or anything that you told me before.`;
  if (isGreeting(now) && countWords(now, 6) <= 5) {
    const hello = `Hello${isFirst ? "" : " again"}${name ? `, ${name}` : ""}!`;
    return isFirst ? `${hello} ${notice} Tell me something about you.` : `${hello} ${short}`;
  }
  if (isQuestion(now) || isRequest(now)) return answerQuestion(context);
  if (!isStatement(now)) return `All right. ${short}`;
  const held = summary
    ? `${said.length + 1} of your messages and a summary of the older ones`
    : `${said.length + 1} of your messages`;
  return `Noted: ${quoted(now)}. I now hold ${held}; ask “what did I say?” to see them. ${isFirst ? notice : short}`;
}

const complete: ChatModel["complete"] = async (messages, { signal } = {}) => {
  if (signal?.aborted) throw new LlmError("aborted", "The call was aborted before it began.");
  const context = promptContext(messages);
  if (context.now === "")
    throw new LlmError(
      "invalid_argument",
      "There is no user message to answer: put what the person says last.",
    );
  return { text: answer(context), finishReason: "stop", model: "offline" };
};

/**
 * Answers for the time without a model: needs no network, says that it is offline, and draws only on the messages it is
 * given. The same messages give the same answer. Rejects only with `aborted` and `invalid_argument` (no user message).
 */
export function offlineModel(): ChatModel {
  return {
    offline: true,
    complete,
    stream: (messages, options) => chatStream(() => complete(messages, options), options),
  };
}
