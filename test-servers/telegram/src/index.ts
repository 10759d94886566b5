// an MTProto server that real clients log in to
export {
  botAccount,
  type EditOptions,
  type SayOptions,
  startTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
  userAccount,
} from "./start-telegram-server.ts";
export type { TelegramFaults } from "./faults.ts";
export type { AccountOptions } from "./world/account.ts";
export type { Fault } from "./world/faults.ts";
export type { SentMessage } from "./world/outbox.ts";
export type { Duplicates, Settings } from "./world/settings.ts";
export type { UpdateForm } from "./world/world.ts";
