// connecting
export { connectTelegram, type ConnectOptions } from "./connect.ts";
export type {
  ServerAddress,
  TelegramEvent,
  TelegramOptions,
  TelegramProxy,
} from "./client/options.ts";
// logging in
export { logIn, type LoginProof } from "./login/log-in.ts";
export type { SessionString } from "./login/session-string-login.ts";
export type { LoginQuestions } from "./login/user-login.ts";
