import { MockLanguageModelV4, simulateReadableStream } from "ai/test";

type Chunks =
  Awaited<ReturnType<MockLanguageModelV4["doStream"]>>["stream"] extends ReadableStream<infer Chunk>
    ? readonly Chunk[]
    : never;

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 2, text: 2, reasoning: 0 },
};
/** The pieces of an answer that a model streams. */
const begun = (first: string): Chunks => [
  { type: "stream-start", warnings: [] },
  { type: "text-start", id: "1" },
  { type: "text-delta", id: "1", delta: first },
];

/** A model of the AI SDK that numbers its answers; the calls in `failing` break off in the middle. */
export function numberingLanguageModel({ failing = [] }: { failing?: readonly number[] } = {}) {
  const prompts: string[][] = [];
  const model = new MockLanguageModelV4({
    doStream: async ({ prompt }) => {
      prompts.push(prompt.map(({ content }) => textOf(content)));
      const call = prompts.length;
      const chunks: Chunks = [
        ...begun("answer "),
        ...(failing.includes(call)
          ? [{ type: "error" as const, error: new Error("The model failed.") }]
          : [
              { type: "text-delta" as const, id: "1", delta: String(call) },
              { type: "text-end" as const, id: "1" },
              {
                type: "finish" as const,
                finishReason: { unified: "stop" as const, raw: "stop" },
                usage,
              },
            ]),
      ];
      return { stream: simulateReadableStream({ chunks: [...chunks] }) };
    },
  });
  return { model, prompts: () => prompts };
}

function textOf(content: string | readonly object[]): string {
  if (typeof content === "string") return content;
  return content.map((part) => ("text" in part ? String(part.text) : "")).join("");
}
