import { Api } from "telegram";
import type { Entity } from "../../rendering/entity.ts";

const plain = {
  bold: Api.MessageEntityBold,
  italic: Api.MessageEntityItalic,
  underline: Api.MessageEntityUnderline,
  strikethrough: Api.MessageEntityStrike,
  spoiler: Api.MessageEntitySpoiler,
  code: Api.MessageEntityCode,
  blockquote: Api.MessageEntityBlockquote,
};

/** Makes the client's entity of ours. */
export function toApiEntity(entity: Entity): Api.TypeMessageEntity {
  const { offset, length } = entity;
  if (entity.type === "pre")
    return new Api.MessageEntityPre({ offset, length, language: entity.language ?? "" });
  if (entity.type === "link")
    return new Api.MessageEntityTextUrl({ offset, length, url: entity.url });
  return new plain[entity.type]({ offset, length });
}
