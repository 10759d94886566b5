// the server
export { botAccount, startTelegramServer, userAccount } from "./start-telegram-server.ts";
export type {
  EditOptions,
  SayOptions,
  TelegramServer,
  TelegramServerOptions,
  WhereOptions,
} from "./telegram-server.ts";
// who is in it, and what they do
export type { AccountOptions } from "./world/account.ts";
export type { CallbackAnswer } from "./world/buttons.ts";
export type { FileOptions } from "./world/files.ts";
export type { PersonOptions } from "./world/people.ts";
export type { SentMessage } from "./world/sent-message.ts";
export type { UpdateForm } from "./world/world.ts";
// what it answers
export { RpcError } from "./mtproto/rpc-error.ts";
export type { TlObject } from "./tl/fields.ts";
export type { Method, MethodContext } from "./world/answer.ts";
export type { Duplicates, Settings } from "./world/settings.ts";
// what goes wrong
export type { TelegramFaults } from "./faults.ts";
export type { Fault } from "./world/faults.ts";
// errors
export { TelegramServerError, type TelegramServerErrorCode } from "./errors.ts";
