import type { TlObject } from "../tl/fields.ts";
import type { Account } from "./account.ts";
import { chatIdOf } from "./peers.ts";

/** One call of an account that is logged in. */
export interface Call {
  readonly request: TlObject;
  readonly account: Account;
  /** Names the log-in that it came from. */
  readonly login: string;
}

/** The chat id that an input peer of the call means. */
export const chatIn = ({ account, login }: Call, peer: TlObject): string =>
  peer._ === "inputPeerSelf" ? account.options.id : chatIdOf(peer, { login, isBot: account.isBot });
