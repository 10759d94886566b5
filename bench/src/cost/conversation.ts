import { type ChatModel, modelSummarizer } from "@tgmem/llm";
import {
  createMemory,
  inMemoryArchive,
  inMemoryPostings,
  inMemoryStore,
  type MemoryPolicy,
  recallIndex,
} from "@tgmem/memory";
import { systemPrompt } from "@tgmem/worker";
import { createTexts } from "./texts.ts";
import { cachedTokens, countTokens, promptTokens } from "./tokens.ts";

const messageTokens = 50;
const answerTokens = 80;
const summaryWords = 190;
/** A memory that is young has shorter prompts. */
const youngTurns = 60;
/** Earlier prompts that a provider may still have. */
const keptPrompts = 20;

/** Tokens of ten messages, on average. */
export interface Spent {
  readonly chatInput: number;
  readonly summaryInput: number;
  readonly output: number;
  /** How much of the input a provider has from an earlier prompt. */
  readonly cached: number;
  /** Turns that neither the summary nor the prompt of a message told the model, in the whole conversation. */
  readonly untold: number;
}

/** Asks and counts like a provider with a cache. */
function createMeter() {
  const earlier: (readonly number[])[] = [];
  const total = { input: 0, output: 0, cached: 0 };
  return {
    total,
    asked(messages: Parameters<typeof promptTokens>[0], answer: string): void {
      const prompt = promptTokens(messages);
      total.input += prompt.length;
      total.output += countTokens(answer);
      total.cached += cachedTokens(prompt, earlier);
      earlier.unshift(prompt);
      earlier.length = Math.min(earlier.length, keptPrompts);
    },
    reset: () => Object.assign(total, { input: 0, output: 0, cached: 0 }),
  };
}

/** Talks with the bot's own prompts, summaries included, as long as it takes that every summary has its share. */
export async function converse(policy: MemoryPolicy, turns: number): Promise<Spent> {
  const texts = createTexts();
  const [chat, summaries] = [createMeter(), createMeter()];
  const model: Pick<ChatModel, "complete"> = {
    async complete(messages) {
      const text = texts.summary(summaryWords);
      summaries.asked(messages, text);
      return { text, finishReason: "stop", model: "bench" };
    },
  };
  const memory = createMemory({
    store: inMemoryStore(),
    archive: inMemoryArchive(),
    ...(policy.recallWords !== undefined && { recall: recallIndex(inMemoryPostings()) }),
    summarizer: modelSummarizer(model),
    policy: { recallTimeoutMs: 60_000, ...policy },
    systemPrompt,
    // As the bot does, whose messages say when they were sent.
    timeZone: "UTC",
  });
  let untold = 0;
  for (let n = 0; n < youngTurns + turns; n++) {
    if (n === youngTurns) [chat, summaries].forEach((meter) => meter.reset());
    const [user, assistant] = [texts.ofTokens(messageTokens), texts.ofTokens(answerTokens)];
    const turn = await memory.open("chat", { turnId: `turn ${n}`, text: user });
    chat.asked(turn.prompt(user), assistant);
    untold += turn.pending - turn.report.kept.filter(({ seq }) => seq > n - turn.pending).length;
    const { due } = await turn.commit({ user, assistant });
    if (!due) continue;
    const { status } = await memory.summarize("chat");
    if (status !== "applied") throw new Error(`A summary of the bench was ${status}.`);
  }
  const ofTen = (tokens: number) => (10 * tokens) / turns;
  return {
    chatInput: ofTen(chat.total.input),
    summaryInput: ofTen(summaries.total.input),
    output: ofTen(chat.total.output + summaries.total.output),
    cached: ofTen(chat.total.cached + summaries.total.cached),
    untold,
  };
}
