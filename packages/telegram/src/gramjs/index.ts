// connecting
export { connectTelegram, type ConnectOptions, logIn } from "./connect.ts";
export type { LoginQuestions } from "./login/log-in-user.ts";
export type { SessionText } from "./session/import-login.ts";
export type { ServerAddress, TelegramEvent, TelegramOptions } from "./options.ts";
