import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText } from "ai";
import { type OpenPeer, timeoutMs } from "./peer.ts";

export const openAiSdk: OpenPeer = (baseURL) => {
  const provider = createOpenAICompatible({ name: "test", baseURL, apiKey: "key" });
  return async (model, messages, { signal }) => {
    const { text } = await generateText({
      model: provider(model),
      messages: messages.map(({ role, content }) => ({ role, content })),
      maxOutputTokens: 4_000,
      abortSignal: signal,
      timeout: { totalMs: 3 * timeoutMs },
    });
    return text;
  };
};
