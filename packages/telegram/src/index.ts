// port
export type {
  Account,
  BotCommand,
  Button,
  ButtonPress,
  Buttons,
  ChatType,
  EditResult,
  IncomingMessage,
  ListenOptions,
  MessageEdit,
  OutgoingMessage,
  PressAnswer,
  Quote,
  Sender,
  SendResult,
  TelegramHealth,
  TelegramPort,
  UnreadableKind,
} from "./telegram.ts";
export type { Entity, Formatted, Style } from "./rendering/entity.ts";
export {
  TelegramError,
  type TelegramErrorCode,
  type TelegramErrorOptions,
  type TelegramPolicy,
} from "./errors.ts";
// rules
export { type ChatLimits, chatLimits } from "./pacing/chat-limits.ts";
export { createPacer, type Pacer, type PacerOptions } from "./pacing/pacer.ts";
export { randomId } from "./random-id.ts";
export { maxTextLength, splitFormatted } from "./rendering/split-formatted.ts";
export { splitText } from "./split-text.ts";
export { isListed, type ParsedWhitelist, parseWhitelist, type Whitelist } from "./whitelist.ts";
