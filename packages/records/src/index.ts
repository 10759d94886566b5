export type { Listener } from "./listeners.ts";
export { openRecords, type Records, type RecordsOptions, type ScriptTwin } from "./open-records.ts";
