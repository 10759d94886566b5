import type { Api, TelegramClient } from "telegram";
import { tookLonger, withDeadline } from "../../deadline.ts";
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

/** Makes the function by which everything here calls Telegram, so that each call ends. */
export const createCall =
  (api: TelegramClient, { callTimeoutMs, ends }: CallDefaults): Call =>
  async (request, { what, ms = callTimeoutMs, signal }) => {
    try {
      return await withDeadline(api.invoke(request), {
        ms,
        late: tookLonger(what, ms),
        signals: [signal, ...ends],
      });
    } catch (error) {
      throw toTelegramError(error, what);
    }
  };
