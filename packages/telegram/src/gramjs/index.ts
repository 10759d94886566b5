// connecting
export { connectTelegram, type ConnectOptions, logIn } from "./connect.ts";
export type { LoginQuestions } from "./log-in-user.ts";
export { testEndpoint } from "./test-endpoint.ts";
export type { TelegramEvent, TelegramOptions, TestEndpoint } from "./options.ts";
