export { offlineModel, type OfflineModelOptions } from "./offline-model.ts";
export { offlineSummarizer, type OfflineSummarizerOptions } from "./offline-summarizer.ts";
