import { expect, it } from "vitest";

it.each([
  [
    "@tgmem/llm",
    () => import("@tgmem/llm"),
    ["LlmError", "chatStream", "isOpenRouter", "modelSummarizer"],
  ],
  ["@tgmem/llm/offline", () => import("@tgmem/llm/offline"), ["offlineModel", "offlineSummarizer"]],
  ["@tgmem/llm/openai", () => import("@tgmem/llm/openai"), ["openaiChatModel", "servedModel"]],
  [
    "@tgmem/llm/testing",
    () => import("@tgmem/llm/testing"),
    ["cannedReply", "chatModelContract", "scriptedModel"],
  ],
])("%s exports exactly these names", async (_entry, load, names) => {
  expect(Object.keys(await load()).toSorted()).toEqual(names);
});
