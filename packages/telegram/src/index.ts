// port
export type {
  Account,
  ChatType,
  IncomingMessage,
  OutgoingMessage,
  TelegramHealth,
  TelegramPort,
} from "./telegram.ts";
export {
  TelegramError,
  type TelegramErrorCode,
  type TelegramErrorOptions,
  type TelegramPolicy,
} from "./errors.ts";
// rules
export { randomId } from "./random-id.ts";
export { maxTextLength, splitText } from "./split-text.ts";
export { isListed, type ParsedWhitelist, parseWhitelist, type Whitelist } from "./whitelist.ts";
