// memory
export { createMemory, type MemoryOptions } from "./create-memory.ts";
export type { MemoryEvent } from "./events.ts";
export type { MemoryPolicy } from "./policy.ts";
export type {
  AmendResult,
  CommitResult,
  ForgetResult,
  Memory,
  MemorySnapshot,
  OpenOptions,
  OpenTurn,
  ReviseOptions,
  Revision,
  StreamOptions,
  TextSource,
  ChatMemory,
} from "./memory.ts";
export type {
  DueOptions,
  FlushOptions,
  FlushResult,
  RejectionReason,
  SummarizeResult,
} from "./summarizing.ts";
export type { SaidTurn, Speaker, TokenUsage, Turn, TurnPart } from "./turn.ts";
export type { WaitOptions } from "./wait-options.ts";
export type { ChatMessage, PromptReport, Prompts } from "./prompts.ts";
export type {
  ChatControls,
  CorrectResult,
  ExportedTurn,
  ImportResult,
  ListOptions,
  MemoryExport,
  UndoResult,
} from "./chats.ts";
// ports
export type { ArchivedChat, ArchiveRecord, SummaryArchive } from "./archive.ts";
export type {
  Amendment,
  Begun,
  ChatPage,
  ChatUsage,
  HydrateRecord,
  ListedChat,
  MemoryState,
  NewTurn,
  StoreCommit,
  SummaryChange,
  TurnContent,
  WindowStore,
} from "./store.ts";
export type {
  Batch,
  IndexNumbers,
  NumberedTurn,
  PostingLimits,
  PostingStore,
  ReadState,
  Replacement,
  StoredTurn,
  WriteState,
} from "./recall/posting-store.ts";
export type {
  Beside,
  Excerpt,
  RecallIndex,
  RecallTurn,
  SearchOptions,
} from "./recall/recall-index.ts";
export type { StoredChat } from "./stored-chat.ts";
export type { SummarizeInput, Summarizer } from "./summarizer.ts";
// recall
export { type Analyzer, analyzer, type AnalyzerOptions } from "./recall/analyzer.ts";
export { recallIndex, type RecallIndexOptions } from "./recall/create-recall-index.ts";
// adapters of this process
export { inMemoryPostings } from "./in-memory/in-memory-postings.ts";
export { inMemoryArchive } from "./in-memory/in-memory-archive.ts";
export { inMemoryStore, type InMemoryStoreOptions } from "./in-memory/in-memory-store.ts";
// errors
export { MemoryError, type MemoryErrorCode, type MemoryErrorOptions } from "./errors.ts";
