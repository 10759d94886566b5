import { openaiChatModel } from "@tgmem/llm/openai";
import OpenAI from "openai";
import { type OpenPeer, timeoutMs } from "./peer.ts";

export const openOurs: OpenPeer = (baseURL) => {
  const client = new OpenAI({ apiKey: "key", baseURL });
  return async (model, messages, options) => {
    const asked = openaiChatModel(client, {
      model,
      maxOutputTokens: 4_000,
      attemptTimeoutMs: timeoutMs,
    });
    return (await asked.complete(messages, options)).text;
  };
};
