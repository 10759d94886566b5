// port
export type {
  ChatMessage,
  ChatModel,
  ChatStream,
  Citation,
  CompleteOptions,
  Completion,
  ReasoningEffort,
  TokenUsage,
} from "./chat-model.ts";
export { chatStream, type ChatStreamWork } from "./chat-stream.ts";
// providers
export { isOpenRouter } from "./is-open-router.ts";
// errors
export { LlmError, type LlmErrorCode, type LlmErrorOptions } from "./errors.ts";
// summaries
export { modelSummarizer, type ModelSummarizerOptions } from "./model-summarizer.ts";
export type { SummarizedTurn, SummarizeInput, Summarizer } from "./summarizer.ts";
