import type { ChatModel } from "./chat-model.ts";
import { LlmError } from "./errors.ts";
import { type Remembered, rememberedIn } from "./remembered.ts";
import { countWords, firstWords } from "./words.ts";

export interface OfflineModelOptions {
  /** Said with every answer that a real model would have given. @default "I am offline: no language model is connected, so I answer from memory alone." */
  readonly notice?: string;
}

const greeting =
  /^\W*(hi|hey|hello|good (morning|afternoon|evening)|привет|здравствуйте?|hola|hallo|bonjour|salut|ciao|שלום|مرحبا|你好)(?![\p{L}\p{N}])/iu;
const recall =
  /\b(what|which|do|tell|list|show|repeat|recall)\b.*\b(i (said|told|say|tell)|remember|(know|stored?|learn(ed|t)) about me|memory|memories)\b|\b(did|have) i (say|said|tell|told)\b|что я (говорил|сказал)|что ты (помнишь|знаешь)|ты (меня )?помнишь/iu;
const whoAmI = /\b(my name|who am i|who i am|am i called)\b|как меня зовут|кто я/iu;
const nameOf =
  /\b(?:my name(?: is|'s|’s)|call me|i am called)\s+([\p{L}][\p{L}'’-]*)|меня зовут\s+([\p{L}-]+)/iu;
const question =
  /[?？؟]\s*$|^\W*(who|what|when|where|which|why|how|do|does|did|is|are|am|was|were|can|could|will|would|should|кто|что|где|когда|почему|как)\b/iu;
const helpWanted = /^\W*(help|what can you do|who are you|помощь)(?![\p{L}\p{N}])/iu;

const isQuestion = (text: string) => question.test(text) || recall.test(text);
const quote = (text: string) => `“${firstWords(text.replaceAll(/\s+/gu, " "), 40)}”`;
const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");

const stopWords = new Set(
  "about again also and any are can could did does for from had has have her him his how into its just like many me more much my name not now our say she some tell than that the their them then there they this told was were what when where which who why will with would you your".split(
    " ",
  ),
);

/** Words that carry meaning, cut to a stem of six letters: "living" still finds "lives". */
function stems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !stopWords.has(word))
      .map((word) => word.replace(/(ing|ed|es|s|e)$/u, "").slice(0, 6)),
  );
}

/** The statement that shares the most words with the question; of equals, the newest. */
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
    .map((line) => line.replace(/^[-•*]\s*/u, "").trim())
    .filter(Boolean);

function nameIn({ said, now, summary }: Remembered): string | null {
  for (const text of [now, ...said.toReversed(), summary ?? ""]) {
    const match = isQuestion(text) && text !== summary ? null : nameOf.exec(text);
    if (match) return match[1] ?? match[2] ?? null;
  }
  return null;
}

/** Both tiers, said so that a newcomer sees which is which. */
function everything({ summary, said }: Remembered): string {
  const parts: string[] = [];
  if (summary) parts.push(`From long-term memory (the summary):\n${summary}`);
  if (said.length > 0)
    parts.push(`From short-term memory (the last turns), you said:\n${list(said.map(quote))}`);
  return parts.length === 0
    ? "I remember nothing of you yet. Tell me something, and ask me again."
    : parts.join("\n\n");
}

function answerQuestion(memory: Remembered, notice: string): string {
  const statements = memory.said.filter((text) => !isQuestion(text));
  const recent = bestMatch(memory.now, statements);
  if (recent) return `You told me: ${quote(recent)}\n(from short-term memory) ${notice}`;
  const older = bestMatch(memory.now, sentences(memory.summary));
  if (older) return `I noted: ${quote(older)}\n(from long-term memory) ${notice}`;
  return `I remember nothing about that. ${notice}`;
}

function answer(memory: Remembered, notice: string): string {
  const { now, said, summary } = memory;
  const name = nameIn(memory);
  if (recall.test(now)) return `${notice}\n\n${everything(memory)}`;
  if (whoAmI.test(now) && isQuestion(now))
    return name
      ? `Your name is ${name}. ${notice}`
      : `You have not told me your name yet. ${notice}`;
  if (helpWanted.test(now))
    return `${notice} Tell me things about you, then ask “what did I say?” or anything that you told me before.`;
  if (greeting.test(now) && countWords(now, 6) <= 5)
    return `Hello${said.length > 0 || summary ? " again" : ""}${name ? `, ${name}` : ""}! ${notice}`;
  if (isQuestion(now)) return answerQuestion(memory, notice);
  const held = `I now remember ${said.length + 1} of your messages word for word${summary ? ", and a summary of what came before" : ""}.`;
  return `Noted: ${quote(now)}. ${held} ${notice} Ask “what did I say?” to see it.`;
}

/**
 * A model for the time without one: needs no network, says that it is offline, and answers only from the messages it is
 * given. The same messages give the same answer. Rejects only with `aborted` and `bad_request` (no user message).
 */
export function offlineModel({
  notice = "I am offline: no language model is connected, so I answer from memory alone.",
}: OfflineModelOptions = {}): ChatModel {
  return {
    async complete(messages, { signal } = {}) {
      if (signal?.aborted) throw new LlmError("aborted", "The call was aborted before it began.");
      const memory = rememberedIn(messages);
      if (memory.now === "")
        throw new LlmError(
          "bad_request",
          "There is no user message to answer: put what the person says last.",
        );
      return { text: answer(memory, notice), finishReason: "stop", model: "offline" };
    },
  };
}
