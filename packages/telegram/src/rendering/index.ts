export { type BotApiEntity, toBotApiEntities } from "./bot-api.ts";
export type { Entity, Formatted, Style } from "./entity.ts";
export { renderMarkdown } from "./render-markdown.ts";
export { maxTextLength, splitFormatted } from "./split-formatted.ts";
