import OpenAI from "openai";
import { type OpenPeer, timeoutMs } from "./peer.ts";

export const openOpenai: OpenPeer = (baseURL) => {
  const client = new OpenAI({ apiKey: "key", baseURL, timeout: timeoutMs });
  return async (model, messages, options) => {
    const answer = await client.chat.completions.create(
      { model, messages: [...messages], max_completion_tokens: 4_000 },
      options,
    );
    // Whatever its types say, this may be no text.
    const content: unknown = answer.choices[0]?.message.content ?? "";
    return typeof content === "string" ? content : JSON.stringify(content);
  };
};
