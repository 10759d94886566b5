import { Api, type TelegramClient } from "telegram";
import { Raw } from "telegram/events/index.js";
import { UpdateConnectionState } from "telegram/network/index.js";
import type { Account, IncomingMessage, ListenOptions } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import { pause } from "../../deadline.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { Peers } from "../client/peers.ts";
import type { TelegramClock } from "../client/telegram-clock.ts";
import type { FileSession } from "../session/file-session.ts";
import type { UpdateState } from "../session/session-file.ts";
import { AccountUpdates } from "./account-updates.ts";
import { Channels } from "./channels.ts";
import { Checkpoints } from "./checkpoints.ts";
import { messagePath } from "./message-path.ts";
import { Presses } from "./presses.ts";
import { reconnectDetector } from "./reconnect-detector.ts";
import { channelOf, countOf, updatesIn } from "./update-content.ts";

export interface ListenContext {
  readonly api: TelegramClient;
  readonly call: Call;
  readonly peers: Peers;
  readonly session: FileSession;
  readonly clock: Pick<TelegramClock, "now">;
  readonly account: Account;
  readonly state: UpdateState;
  /** Who is in it hears the result of each call of the log-in. */
  readonly onResult: Set<(result: unknown) => void>;
  readonly onEvent: (event: TelegramEvent) => void;
  /** Aborted, with the error, when the log-in is of no more use. */
  readonly fatal: AbortSignal;
  readonly pollMs: number;
  /** Whether there is a connection. */
  readonly isUp: () => boolean;
}

const nobody: ReadonlySet<string> = new Set();
/** Channels that are asked in one poll, in turn. */
const polledChannels = 20;

/**
 * Takes each update to the log it is counted in (the account's, or a channel's), which asks for what is missing; messages
 * go from there by `messagePath` to the handler. Rejects when the log-in has ended.
 */
export async function listenToUpdates(
  handle: (message: IncomingMessage) => Promise<unknown>,
  context: ListenContext,
  { signal, mergeWindowMs = 0, graceMs = 3_000, bots = nobody, onPress, safe }: ListenOptions,
): Promise<void> {
  const { api, call, peers, session, clock, account, state, onEvent, fatal, pollMs, isUp } =
    context;
  const { onResult } = context;
  const ended = new AbortController();
  const either = AbortSignal.any([signal, fatal, ended.signal]);
  const over = new AbortController();
  const onError = (error: unknown) => {
    if (!either.aborted) ended.abort(error);
  };
  const checkpoints = new Checkpoints({ safe, onError, over: over.signal });
  const shared = { call, peers, session, checkpoints, onEvent, onError, signal: either, isUp };
  const messages = messagePath(handle, {
    ...shared,
    account,
    people: session.people,
    clock,
    bots,
    mergeWindowMs,
  });
  const presses = new Presses({ ...shared, people: session.people, onPress });
  const deliver = messages.admit;
  const channels = new Channels({ ...shared, deliver });
  const own = new AccountUpdates({
    ...shared,
    state,
    deliver,
    passOn: takeChannelUpdate,
    isKnown: (userId) => session.people.isProgram(userId) !== undefined,
  });

  function catchUpAll(reason: string, maxChannels?: number): void {
    own.catchUp(reason);
    void channels.sweep(reason, maxChannels);
  }

  function takeChannelUpdate(update: Api.TypeUpdate | Api.TypeUpdates): boolean {
    const channel = channelOf(update);
    if (channel !== undefined) channels.take(channel, update);
    return channel !== undefined;
  }

  const onConnection = reconnectDetector(() => catchUpAll("reconnect"));
  function onUpdate(update: Api.TypeUpdate | Api.TypeUpdates | UpdateConnectionState): void {
    if (update instanceof UpdateConnectionState) onConnection(update);
    else if (update instanceof Api.UpdatesTooLong) own.catchUp("too long");
    else if (update instanceof Api.UpdateBotCallbackQuery) presses.take(update);
    else if (!takeChannelUpdate(update)) own.take(update);
  }

  function takeMade(result: unknown): void {
    for (const update of updatesIn(result)) {
      const [counted, channel] = [countOf(update), channelOf(update)];
      if (!counted) continue;
      if (channel === undefined) own.made(counted);
      else channels.made(channel, counted);
    }
  }

  const event = new Raw({});
  api.addEventHandler(onUpdate, event);
  onResult.add(takeMade);
  // While the connection is down nothing is to be had; its return asks everybody.
  const poll = setInterval(() => {
    if (isUp()) catchUpAll("poll", polledChannels);
  }, pollMs);
  try {
    catchUpAll("start");
    await untilAborted(either);
    const kept = messages.idle().then(() => checkpoints.idle());
    await Promise.race([Promise.all([kept, presses.idle()]), pause(graceMs)]);
    fatal.throwIfAborted();
    ended.signal.throwIfAborted();
  } finally {
    // A handler that comes to its end later is not counted: its message comes again.
    over.abort();
    clearInterval(poll);
    messages.stop();
    api.removeEventHandler(onUpdate, event);
    onResult.delete(takeMade);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
