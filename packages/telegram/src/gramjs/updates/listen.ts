import { Api, type TelegramClient } from "telegram";
import { Raw } from "telegram/events/index.js";
import { UpdateConnectionState } from "telegram/network/index.js";
import type { Account, IncomingMessage } from "../../telegram.ts";
import type { Call } from "../calls.ts";
import { pause } from "../deadline.ts";
import type { TelegramEvent } from "../options.ts";
import type { FileSession } from "../session/file-session.ts";
import type { UpdateState } from "../session/session-file.ts";
import { GapRecovery } from "./gap-recovery.ts";
import { Seen } from "./seen.ts";
import { toIncoming } from "./to-incoming.ts";

export interface ListenContext {
  readonly api: TelegramClient;
  readonly call: Call;
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

/** A handler that is at work may take so long to end after the stop. */
const graceMs = 3_000;

/** Delivers messages one after another until the signal; rejects when the log-in has ended. */
export async function listenToUpdates(
  handle: (message: IncomingMessage) => Promise<unknown>,
  { api, call, session, account, state, onEvent, fatal, pollMs }: ListenContext,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, fatal, ended.signal]);
  const seen = new Seen(5_000);
  const recovery = new GapRecovery({
    call,
    state,
    checkpoint(next) {
      if (!over) session.checkpoint(next);
    },
    deliver,
    onEvent,
    signal: either,
  });
  let over = false;
  let chain = Promise.resolve();
  let waiting = 0;
  let catchUpWaits = false;

  /** The client runs its handlers at once: one chain keeps the order. */
  function enqueue(task: () => Promise<void>): void {
    waiting++;
    chain = chain.then(async () => {
      waiting--;
      if (either.aborted) return;
      try {
        await task();
      } catch (error) {
        if (!either.aborted) ended.abort(error);
      }
    });
  }

  function catchUp(reason: string): void {
    if (catchUpWaits) return;
    catchUpWaits = true;
    enqueue(() => {
      catchUpWaits = false;
      return recovery.catchUp(reason);
    });
  }

  async function deliver(message: Api.TypeMessage): Promise<void> {
    const incoming = toIncoming(message, account);
    if (!incoming) return;
    const key = `${incoming.chatId}:${incoming.messageId}`;
    if (seen.has(key)) return;
    for (let attempt = 0; ; attempt++) {
      either.throwIfAborted();
      try {
        await handle(incoming);
        break;
      } catch (error) {
        const delayMs = Math.min(30_000, 250 * 2 ** attempt);
        onEvent({ type: "delayed", what: "handle", delayMs, error });
        await pause(delayMs, either);
      }
    }
    seen.add(key);
  }

  let wasDown = false;
  function onConnection(connection: number): void {
    if (connection === UpdateConnectionState.disconnected) wasDown = true;
    // It says "connected" with every keep-alive.
    else if (connection === UpdateConnectionState.connected && wasDown) {
      wasDown = false;
      catchUp("reconnect");
    }
  }

  function onUpdate(update: Api.TypeUpdate | Api.TypeUpdates | UpdateConnectionState): void {
    if (update instanceof UpdateConnectionState) onConnection(update.state);
    else if (update instanceof Api.UpdatesTooLong) catchUp("too long");
    else if (waiting >= inboxLimit) catchUp("slow handler");
    else enqueue(() => recovery.apply(update));
  }

  const event = new Raw({});
  api.addEventHandler(onUpdate, event);
  const poll = setInterval(() => catchUp("poll"), pollMs);
  try {
    catchUp("start");
    await untilAborted(either);
    await Promise.race([chain, pause(graceMs)]);
    fatal.throwIfAborted();
    ended.signal.throwIfAborted();
  } finally {
    // A handler that comes to its end later is not counted: its message comes again.
    over = true;
    clearInterval(poll);
    api.removeEventHandler(onUpdate, event);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
