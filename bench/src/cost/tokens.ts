import { encode } from "gpt-tokenizer/encoding/o200k_base";

interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** What the frame of a message and of a prompt takes in the models of this tokenizer. */
const tokensOfFrame = 4;
const tokensOfPrompt = 3;
const frames = { system: -1, user: -2, assistant: -3 };

/** Providers cache from here on, in steps. */
const leastCached = 1_024;
const stepOfCache = 128;

export const countTokens = (text: string): number => encode(text).length;

/** A prompt as the provider sees it. Each frame is a token that stands for nothing but its role. */
export const promptTokens = (messages: readonly Message[]): readonly number[] => [
  ...messages.flatMap(({ role, content }) => [
    ...Array.from({ length: tokensOfFrame }, () => frames[role]),
    ...encode(content),
  ]),
  ...Array.from({ length: tokensOfPrompt }, () => 0),
];

/** How much of a prompt a provider has from an earlier one. */
export function cachedTokens(
  prompt: readonly number[],
  earlier: readonly (readonly number[])[],
): number {
  const longest = Math.max(0, ...earlier.map((other) => commonPrefix(prompt, other)));
  return longest < leastCached ? 0 : longest - (longest % stepOfCache);
}

function commonPrefix(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((token, at) => token !== other[at]);
  return differs === -1 ? one.length : differs;
}
