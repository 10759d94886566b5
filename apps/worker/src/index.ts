export { apologize } from "./apologize.ts";
export { createModels, type Models } from "./model.ts";
export { createAiChat, type ChatEvent } from "./workflows/ai-chat.ts";
export { systemPrompt } from "./workflows/system-prompt.ts";
export { reply } from "./workflows/reply.ts";
export { createSummarize, type SummarizeEvent } from "./workflows/summarize.ts";
