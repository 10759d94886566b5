export { redisAdminMarks } from "./admin/tell-admins.ts";
export { deliver } from "./deliver.ts";
export { redisShownDrafts } from "./drafts/shown-drafts.ts";
export { beginScript, beginTwin, finishScript, finishTwin } from "./drafts/shown-scripts.ts";
export { observe } from "./observe.ts";
export { redisSentParts } from "./sent-parts.ts";
export { redisAnsweringChats } from "./typing/answering-chats.ts";
