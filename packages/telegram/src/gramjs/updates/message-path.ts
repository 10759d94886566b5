import type { Account, IncomingMessage } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { Peers } from "../client/peers.ts";
import type { TelegramClock } from "../client/telegram-clock.ts";
import type { FileSession } from "../session/file-session.ts";
import { Deduplicator } from "./deduplicator.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Merger } from "./merger.ts";
import { quoteOf } from "./quote.ts";

export interface MessagePathOptions {
  readonly account: Account;
  readonly people: FileSession["people"];
  readonly clock: Pick<TelegramClock, "now">;
  /** Ids of bots that are heard all the same. */
  readonly bots: ReadonlySet<string>;
  readonly call: Call;
  readonly peers: Peers;
  readonly mergeWindowMs: number;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** What a message passes on its way from a log to the handler. */
export interface MessagePath {
  readonly admit: Deduplicator["admit"];
  /** Resolves when every handler that is at work has ended. */
  readonly idle: () => Promise<void>;
  /** Forgets what waits to be merged: it counts as not received. */
  readonly stop: () => void;
}

/** Takes messages through `Deduplicator` (each version once), `Merger` (albums, merging) and `Dispatcher` (until handled). */
export function messagePath(
  handle: (message: IncomingMessage) => Promise<unknown>,
  {
    account,
    people,
    clock,
    bots,
    call,
    peers,
    onEvent,
    onError,
    mergeWindowMs,
    signal,
  }: MessagePathOptions,
): MessagePath {
  const dispatcher = new Dispatcher({
    handle,
    clock,
    async withQuote(message, reply) {
      const quote = await quoteOf(message.chatId, reply, { call, peers, signal });
      if (!quote) return message;
      return { ...message, quote, addressed: message.addressed || quote.from === "bot" };
    },
    onEvent,
    onError,
    signal,
  });
  const merger = new Merger({ mergeWindowMs, dispatch: (items) => dispatcher.dispatch(items) });
  const deduplicator = new Deduplicator({
    account,
    people,
    bots,
    add: (item) => merger.add(item),
    signal,
  });
  return {
    admit: (content, log) => deduplicator.admit(content, log),
    idle: () => dispatcher.idle(),
    stop: () => merger.stop(),
  };
}
