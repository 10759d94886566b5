// connecting
export { connectTelegram, type ConnectOptions, logIn } from "./connect.ts";
export type { LoginQuestions } from "./login/log-in-user.ts";
export type { SessionText } from "./session/import-login.ts";
export type { TelegramEvent, TelegramOptions, TestEndpoint } from "./options.ts";
// tests
export { testEndpoint } from "./test-endpoint.ts";
