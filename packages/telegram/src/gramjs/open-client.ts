import { TelegramError } from "../errors.ts";
import { type Call, createCall } from "./calls.ts";
import { type Client, createClient } from "./client.ts";
import { withDeadline } from "./deadline.ts";
import type { TelegramOptions } from "./options.ts";
import { FileSession } from "./session/file-session.ts";
import { openSessionFile } from "./session/session-file.ts";

/** A connection with its session file, not yet known to be logged in. */
export interface OpenClient {
  readonly api: Client["api"];
  readonly call: Call;
  readonly session: FileSession;
  readonly close: () => Promise<void>;
}

/** Locks the session file and connects. */
export async function openClient(
  options: TelegramOptions,
  signal?: AbortSignal,
): Promise<OpenClient> {
  const file = await openSessionFile(options.sessionFile);
  try {
    const session = new FileSession(file);
    const { api, destroy } = createClient(options, session);
    const closing = new AbortController();
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
      what: "Connecting to Telegram",
      ms: options.startTimeoutMs ?? 60_000,
      signals: [signal],
    });
    await connected.catch(async (error: unknown) => {
      await destroy();
      throw error;
    });
    return {
      api,
      call: createCall(api, {
        callTimeoutMs: options.callTimeoutMs ?? 30_000,
        closing: closing.signal,
      }),
      session,
      close,
    };
  } catch (error) {
    await file.close().catch(() => {});
    throw error instanceof TelegramError
      ? error
      : new TelegramError("unavailable", "Connecting to Telegram failed.", {
          policy: "retry",
          cause: error,
        });
  }
}
