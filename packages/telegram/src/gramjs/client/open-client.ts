import type { TelegramError } from "../../errors.ts";
import { type Call, createCall } from "./calls.ts";
import { type Client, createClient } from "./client.ts";
import type { ConnectionMonitor } from "./connection-monitor.ts";
import { tookLonger, withDeadline } from "../../deadline.ts";
import { loginAdvice, refused } from "./login-errors.ts";
import type { TelegramOptions } from "./options.ts";
import { rpcFields, toTelegramError } from "./rpc-errors.ts";
import { FileSession } from "../session/file-session.ts";
import { openSessionFile, unwritable } from "../session/session-file.ts";
import { TelegramClock } from "./telegram-clock.ts";
import { waitsOf } from "./waits.ts";

/** A connection with its session file, not yet known to be logged in. */
export interface OpenClient {
  readonly api: Client["api"];
  readonly connection: ConnectionMonitor;
  readonly call: Call;
  /** Each ends every call. */
  readonly ends: readonly AbortSignal[];
  readonly session: FileSession;
  readonly clock: TelegramClock;
  readonly close: () => Promise<void>;
}

/** Locks the session file and connects. */
export async function openClient(
  options: TelegramOptions,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<OpenClient> {
  const { sessionFile, onEvent = () => {} } = options;
  const file = await openSessionFile(sessionFile, {
    onWrite(failure) {
      const message =
        failure === undefined
          ? `The session file ${sessionFile} is written again.`
          : unwritable(sessionFile, failure).message;
      onEvent({ type: "warning", message });
    },
  });
  try {
    const session = new FileSession(file);
    const { api, connection, destroy } = createClient(options, session);
    const { startTimeoutMs, callTimeoutMs } = waitsOf(options);
    const closing = new AbortController();
    const ends = [closing.signal, connection.broken];
    const close = async () => {
      closing.abort();
      try {
        await destroy();
      } finally {
        await file.close();
      }
    };
    // It never gives up by itself.
    const connected = withDeadline(api.connect(), {
      ms: startTimeoutMs,
      late: tookLonger("Connecting to Telegram", startTimeoutMs),
      signals: [signal, connection.broken],
    });
    await connected.catch(async (error: unknown) => {
      await destroy();
      throw error;
    });
    return {
      api,
      connection,
      call: createCall(api, connection, { callTimeoutMs, ends }),
      ends,
      session,
      clock: new TelegramClock(),
      close,
    };
  } catch (error) {
    await file.close().catch(() => {});
    throw explain(error);
  }
}

/** Telegram looks at the application's id as soon as somebody connects. */
function explain(error: unknown): TelegramError {
  if (/API_ID_(INVALID|PUBLISHED)/.test(rpcFields(error).name))
    return refused(loginAdvice["API_ID_INVALID"] ?? "", error);
  return toTelegramError(error, "Connecting to Telegram");
}
