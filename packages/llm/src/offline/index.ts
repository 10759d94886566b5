export { offlineModel } from "./offline-model.ts";
export { offlineSummarizer } from "./offline-summarizer.ts";
