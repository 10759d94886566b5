import { Api } from "telegram";
import { invalidArgument, TelegramError } from "../errors.ts";
import type { Account, TelegramPort } from "../telegram.ts";
import type { Call } from "./client/calls.ts";
import { isAdministrator } from "./client/administrators.ts";
import type { OpenClient } from "./client/open-client.ts";
import type { TelegramOptions } from "./client/options.ts";
import { Peers } from "./client/peers.ts";
import { edit } from "./sending/edit.ts";
import { send } from "./sending/send.ts";
import { listenToUpdates } from "./updates/listen.ts";
import { deadLogin, isDeadLogin } from "./login/dead-login.ts";
import { waitsOf } from "./client/waits.ts";
import { startWatchdog } from "./client/watchdog.ts";

/** A session file that cannot be written for longer than this is trouble. */
const longestUnwrittenMs = 30_000;

/** Makes the port over a client that is logged in. */
export function createPort(
  client: OpenClient,
  account: Account,
  options: TelegramOptions & { readonly botToken?: string },
): TelegramPort {
  const { api, connection, session, clock } = client;
  const { onEvent = () => {}, onFatal = () => {} } = options;
  const { pollMs, answerTimeoutMs } = waitsOf(options);
  const onResult = new Set<(result: unknown) => void>();
  const call: Call = async (request, callOptions) => {
    const result = await client.call(request, callOptions);
    for (const hear of onResult) hear(result);
    return result;
  };
  const peers = new Peers({ call, hashes: session.hashes, isBot: account.isBot });
  const isUp = () => connection.isUp;
  const fatal = new AbortController();
  const closing = new AbortController();
  const listeners = new Set<Promise<void>>();
  let closed: Promise<void> | undefined;

  /** The first to notice tells everybody. */
  function reportFatal(cause: unknown): void {
    if (!(cause instanceof TelegramError) || fatal.signal.aborted || closing.signal.aborted) return;
    const error = isDeadLogin(cause) ? ended(cause) : cause;
    fatal.abort(error);
    onFatal(error);
  }

  /** A new start logs in anew with the bot token; without one a person has to. */
  function ended(cause: TelegramError): TelegramError {
    if (options.botToken === undefined) return deadLogin(options.sessionFile, cause);
    const message = `The log-in in ${options.sessionFile} has ended: start again, then the bot token logs in anew.`;
    return new TelegramError("unavailable", message, { policy: "retry", cause });
  }

  connection.onChange((up) => onEvent({ type: up ? "connected" : "disconnected" }));
  const watchdog = startWatchdog({
    connection,
    call,
    intervalMs: pollMs,
    answerTimeoutMs,
    onState: (state) => clock.set(state),
    onFatal: reportFatal,
  });

  async function close(): Promise<void> {
    closing.abort();
    watchdog.stop();
    connection.onChange(() => {});
    await Promise.allSettled(listeners);
    await client.close().catch((error: unknown) => {
      // The session file could not be written, which was told when that began.
      if (!(error instanceof TelegramError && error.code === "unavailable")) throw error;
    });
  }

  return {
    account,
    async listen(handle, { signal, ...listenOptions }) {
      const state = session.updates;
      if (listeners.size > 0)
        throw invalidArgument("Somebody listens already: one log-in has one listener.");
      if (!state) throw new Error("The state of the updates is saved when the log-in is checked.");
      const either = AbortSignal.any([signal, closing.signal]);
      const { signal: ends } = fatal;
      const shared = { api, call, peers, session, clock, account, state, onResult, onEvent };
      const context = { ...shared, pollMs, isUp, fatal: ends };
      const listening = listenToUpdates(handle, context, { ...listenOptions, signal: either });
      listeners.add(listening);
      try {
        await listening;
      } catch (error) {
        reportFatal(error);
        throw fatal.signal.aborted ? fatal.signal.reason : error;
      } finally {
        listeners.delete(listening);
      }
    },
    send: (message, { signal }) => send(message, { call, peers }, { signal }),
    edit: (change, { signal }) => edit(change, { call, peers }, { signal }),
    async typing(chatId, { topicId } = {}) {
      try {
        const peer = peers.known(chatId);
        if (!peer) return;
        const request = new Api.messages.SetTyping({
          peer,
          action: new Api.SendMessageTypingAction(),
          ...(topicId === undefined ? {} : { topMsgId: topicId }),
        });
        await call(request, { what: "Showing “typing”", ms: 5_000 });
      } catch (error) {
        if (!(error instanceof TelegramError)) throw error;
      }
    },
    isAdministrator: (chatId, userId, { signal }) =>
      isAdministrator(chatId, userId, { call, peers, signal }),
    async setCommands(commands, { languageCode = "", chatId, signal }) {
      const request = new Api.bots.SetBotCommands({
        scope:
          chatId === undefined
            ? new Api.BotCommandScopeDefault()
            : new Api.BotCommandScopePeer({ peer: await peers.find(chatId, { signal }) }),
        langCode: languageCode,
        commands: commands.map((command) => new Api.BotCommand(command)),
      });
      await call(request, { what: "Setting the menu of the bot", signal });
    },
    health: () => ({
      connected: connection.isUp && watchdog.isAnswered() && !fatal.signal.aborted,
      lastAnswerAtMs: watchdog.lastAnswerAtMs(),
      sessionKept: performance.now() - (session.failingSinceMs ?? Infinity) < longestUnwrittenMs,
      ...(listeners.size > 0 && session.updates ? { pts: session.updates.pts } : {}),
    }),
    close: () => (closed ??= close()),
  };
}
