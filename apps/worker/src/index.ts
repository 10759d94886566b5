export { apologize } from "./apologize.ts";
export { createModels } from "./model.ts";
export { createAiChat } from "./workflows/ai-chat.ts";
export { createEraseLetters } from "./workflows/erase-letters.ts";
export { reply } from "./workflows/reply.ts";
export { createRetryPolicy } from "./workflows/retry-policy.ts";
export { createSummarize } from "./workflows/summarize.ts";
export { systemPrompt } from "./workflows/system-prompt.ts";
