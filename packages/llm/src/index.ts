// port
export type {
  ChatMessage,
  ChatModel,
  CompleteOptions,
  Completion,
  ReasoningEffort,
} from "./chat-model.ts";
// errors
export { LlmError, type LlmErrorCode, type LlmErrorOptions } from "./errors.ts";
// summaries
export { modelSummarizer, type ModelSummarizerOptions } from "./model-summarizer.ts";
export type { SummarizedTurn, SummarizeInput, Summarizer } from "./summarizer.ts";
