export { send, type SendEvent, type SendOptions } from "./send.ts";
