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
export { isListed, type ParsedWhitelist, parseWhitelist, type Whitelist } from "./whitelist.ts";
