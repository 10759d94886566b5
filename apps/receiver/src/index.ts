export { receive, type Received, type ReceivedMessage, type ReceiveOptions } from "./receive.ts";
