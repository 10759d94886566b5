import { shareAccount } from "@tgmem/contracts";
import type { Redis } from "@tgmem/service";
import { pause } from "./pause.ts";

export interface SameAccountOptions {
  readonly signal: AbortSignal;
  /** A receiver that is being started with the same new account gets so long. @default 3_000 */
  readonly waitMs?: number;
  readonly everyMs?: number;
}

export class AccountMismatch extends Error {
  override readonly name = "AccountMismatch";
  constructor(sender: string, receiver: string) {
    super(
      `The sender is logged in as ${sender}, the receiver as ${receiver}: log both in to one account, and start the receiver first.`,
    );
  }
}

/**
 * Resolves when the receiver's log-in is of this account, too, or has never run, or when the process stops. Rejects with
 * the reason if it is of another one: the people who wrote to that one are strangers to this.
 */
export async function sameAccount(
  redis: Pick<Redis, "get" | "set">,
  account: string,
  { signal, waitMs = 3_000, everyMs = 500 }: SameAccountOptions,
): Promise<void> {
  const end = performance.now() + waitMs;
  while (!signal.aborted) {
    const receiver = await beforeStop(shareAccount(redis, "sender", account), signal);
    if (receiver === undefined || receiver === null || receiver === account) return;
    if (performance.now() > end) throw new AccountMismatch(account, receiver);
    await pause(everyMs, signal);
  }
}

/** Whether that is so now: the receiver may have been logged in anew meanwhile. */
export async function isSameAccount(
  redis: Pick<Redis, "get" | "set">,
  account: string,
): Promise<boolean> {
  const receiver = await shareAccount(redis, "sender", account);
  return receiver === null || receiver === account;
}

/** Without Redis an answer may never come. */
async function beforeStop<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const { promise: stopped, resolve } = Promise.withResolvers<undefined>();
  const onAbort = () => resolve(undefined);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
