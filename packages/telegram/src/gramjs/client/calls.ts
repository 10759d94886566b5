import type { Api, TelegramClient } from "telegram";
import { tookLonger, withDeadline } from "../../deadline.ts";
import type { ConnectionMonitor } from "./connection-monitor.ts";
import { toTelegramError } from "./rpc-errors.ts";

/** Makes a call with a deadline; rejects with a `TelegramError`. `what` begins its message. */
export type Call = <R extends Api.AnyRequest>(
  request: R,
  options: { readonly what: string; readonly ms?: number; readonly signal?: AbortSignal },
) => Promise<R["__response"]>;

export interface CallDefaults {
  readonly callTimeoutMs: number;
  /** Each ends every call: after it the client answers none. */
  readonly ends: readonly AbortSignal[];
}

/**
 * Makes the function by which everything here calls Telegram, so that each call ends. It waits while the connection is down:
 * what the client is given then it sends when it is back, also what was given up long ago, and all at once.
 */
export const createCall =
  (
    api: TelegramClient,
    connection: Pick<ConnectionMonitor, "whenUp">,
    { callTimeoutMs, ends }: CallDefaults,
  ): Call =>
  async (request, { what, ms = callTimeoutMs, signal }) => {
    let isOver = false;
    const invoke = async () => {
      await connection.whenUp();
      if (isOver) throw new Error("Nobody waits for the answer any more.");
      return api.invoke(request);
    };
    try {
      return await withDeadline(invoke(), {
        ms,
        late: tookLonger(what, ms),
        signals: [signal, ...ends],
      });
    } catch (error) {
      throw toTelegramError(error, what);
    } finally {
      isOver = true;
    }
  };
