import type { Entity, Style } from "./entity.ts";

/**
 * A stretch with a style, as the methods of the Bot API take it in `entities` and `caption_entities`. `offset` and `length`
 * count UTF-16 units there, too.
 */
export type BotApiEntity = { readonly offset: number; readonly length: number } & (
  | Exclude<Style, { readonly type: "link" }>
  | { readonly type: "text_link"; readonly url: string }
);

/** Gives entities in the form of the Bot API, for a bot that sends by it: with grammY, Telegraf, the Chat SDK or `fetch`. */
export const toBotApiEntities = (entities: readonly Entity[]): BotApiEntity[] =>
  entities.map((entity) => (entity.type === "link" ? { ...entity, type: "text_link" } : entity));
