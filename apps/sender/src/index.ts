export { deliver } from "./deliver.ts";
export { redisShownDrafts } from "./drafts/shown-drafts.ts";
export { beginScript, beginTwin, finishScript, finishTwin } from "./drafts/shown-scripts.ts";
export { observe } from "./observe.ts";
export { redisRecords } from "./redis-records.ts";
