import { Api, type TelegramClient } from "telegram";
import { Raw } from "telegram/events/index.js";
import { UpdateConnectionState } from "telegram/network/index.js";
import type { Account, IncomingMessage, ListenOptions } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import { pause } from "../../deadline.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { Peers } from "../client/peers.ts";
import type { FileSession } from "../session/file-session.ts";
import type { UpdateState } from "../session/session-file.ts";
import { askAccount, startOver } from "./account-log.ts";
import { Channels } from "./channels.ts";
import { GapRecovery } from "./gap-recovery.ts";
import { Merger } from "./merger.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Deduplicator } from "./deduplicator.ts";
import { Watermark } from "./watermark.ts";
import { quoteOf } from "./quote.ts";
import { SerialQueue } from "./serial-queue.ts";
import { channelOf } from "./update-content.ts";

export interface ListenContext {
  readonly api: TelegramClient;
  readonly call: Call;
  readonly peers: Peers;
  readonly session: FileSession;
  readonly account: Account;
  readonly state: UpdateState;
  readonly onEvent: (event: TelegramEvent) => void;
  /** Aborted, with the error, when the log-in is of no more use. */
  readonly fatal: AbortSignal;
  readonly pollMs: number;
}

/** Updates that wait for a slow handler. Above that they are dropped, and asked for later. */
const inboxLimit = 500;

/** Channels that are asked in one poll, in turn. */
const polledChannels = 20;

/**
 * Updates come to the log they are counted in (the account's, or a channel's), which asks for what is missing; messages
 * pass from there through `Deduplicator` (each version once), `Merger` (albums, merging) and `Dispatcher` (until it is handled).
 * Rejects when the log-in has ended.
 */
export async function listenToUpdates(
  handle: (message: IncomingMessage) => Promise<unknown>,
  context: ListenContext,
  { signal, mergeWindowMs = 0, graceMs = 3_000 }: ListenOptions,
): Promise<void> {
  const { api, call, peers, session, account, state, onEvent, fatal, pollMs } = context;
  const ended = new AbortController();
  const either = AbortSignal.any([signal, fatal, ended.signal]);
  let over = false;
  const onError = (error: unknown) => {
    if (!either.aborted) ended.abort(error);
  };
  const dispatcher = new Dispatcher({
    handle,
    async withQuote(message, reply) {
      const quote = await quoteOf(message.chatId, reply, { call, peers, signal: either });
      if (!quote) return message;
      return { ...message, quote, addressed: message.addressed || quote.from === "bot" };
    },
    onEvent,
    onError,
    signal: either,
  });
  const merger = new Merger({ mergeWindowMs, dispatch: (items) => dispatcher.dispatch(items) });
  const deduplicator = new Deduplicator({
    account,
    people: session.people,
    add: (item) => merger.add(item),
    signal: either,
  });

  const channels = new Channels({
    call,
    peers,
    session,
    deliver: (content, channelLog) => deduplicator.admit(content, channelLog),
    onEvent,
    onError,
    isOver: () => over,
    signal: either,
  });
  const log = new Watermark<UpdateState>((next) => {
    if (!over) session.checkpoint(next);
  });
  const recovery = new GapRecovery<UpdateState>({
    state,
    ask: (from) => askAccount(from, { call, onEvent, signal: either }),
    startOver: (from) => startOver(from, { call, onEvent, signal: either }),
    checkpoint: (next) => log.mark(next),
    deliver: (content) => deduplicator.admit(content, log),
    passOn: takeChannelUpdate,
    onEvent,
    signal: either,
  });
  const inbox = new SerialQueue(onError);
  let isBehind = false;

  const enqueue = (task: () => Promise<void>) =>
    void inbox.run(async () => {
      if (!either.aborted) await task();
    });

  function catchUp(reason: string): void {
    if (isBehind) return;
    isBehind = true;
    enqueue(() => {
      isBehind = false;
      return recovery.catchUp(reason);
    });
  }

  function catchUpAll(reason: string, maxChannels?: number): void {
    catchUp(reason);
    void channels.sweep(reason, maxChannels);
  }

  function takeChannelUpdate(update: Api.TypeUpdate | Api.TypeUpdates): boolean {
    const channel = channelOf(update);
    if (channel !== undefined) channels.take(channel, update);
    return channel !== undefined;
  }

  let wasDown = false;
  function onConnection(connection: number): void {
    if (connection === UpdateConnectionState.disconnected) wasDown = true;
    // It says "connected" with every keep-alive.
    else if (connection === UpdateConnectionState.connected && wasDown) {
      wasDown = false;
      catchUpAll("reconnect");
    }
  }

  function onUpdate(update: Api.TypeUpdate | Api.TypeUpdates | UpdateConnectionState): void {
    if (update instanceof UpdateConnectionState) onConnection(update.state);
    else if (update instanceof Api.UpdatesTooLong) catchUp("too long");
    else if (takeChannelUpdate(update)) return;
    else if (inbox.waiting >= inboxLimit) catchUp("slow handler");
    else enqueue(() => recovery.apply(update));
  }

  const event = new Raw({});
  api.addEventHandler(onUpdate, event);
  const poll = setInterval(() => catchUpAll("poll", polledChannels), pollMs);
  try {
    catchUpAll("start");
    await untilAborted(either);
    await Promise.race([dispatcher.idle(), pause(graceMs)]);
    fatal.throwIfAborted();
    ended.signal.throwIfAborted();
  } finally {
    // A handler that comes to its end later is not counted: its message comes again.
    over = true;
    clearInterval(poll);
    merger.stop();
    api.removeEventHandler(onUpdate, event);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
