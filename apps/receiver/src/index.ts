export {
  receive,
  type Received,
  type ReceivedMessage,
  type ReceiveOptions,
  toInbound,
} from "./receive.ts";
