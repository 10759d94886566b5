import { readReceiverAccount } from "@tgmem/contracts";
import {
  type Exits,
  loginEnded,
  pause,
  type Redis,
  telegramExits,
  withDeadline,
} from "@tgmem/service";

export interface SameAccountOptions {
  readonly signal: AbortSignal;
  /** The time that a receiver gets which is being started with the same new account. @default 3_000 */
  readonly waitMs?: number;
  /** The time between two looks. @default 500 */
  readonly everyMs?: number;
  /** The longest time that one look may take before the next one. @default 10_000 */
  readonly lookMs?: number;
}

/** The sender and the receiver are logged in to two accounts, so no answer would reach who asked. */
export class AccountMismatch extends Error {
  override readonly name = "AccountMismatch";
  constructor(sender: string, receiver: string) {
    super(
      `The sender is logged in as ${sender}, the receiver as ${receiver}: log both in to one account, and start the receiver first.`,
    );
  }
}

/** The exit codes of the sender: a log-in of the wrong account is of no more use than one that has ended. */
export const senderExits: Exits = {
  meanings: telegramExits.meanings,
  codeOf: (error) => (error instanceof AccountMismatch ? loginEnded : telegramExits.codeOf(error)),
};

/**
 * Resolves when the receiver's log-in is of this account, too, or has never run, or when the process stops. Rejects
 * with the reason if it is of another one: the people who wrote to that one are strangers to this.
 */
export async function waitForSameAccount(
  redis: Pick<Redis, "get">,
  account: string,
  { signal, waitMs = 3_000, everyMs = 500, lookMs = 10_000 }: SameAccountOptions,
): Promise<void> {
  const end = performance.now() + waitMs;
  const late = new Error(`Redis gave no answer within ${lookMs} ms.`);
  while (!signal.aborted) {
    const receiver = await withDeadline(readReceiverAccount(redis), {
      ms: lookMs,
      late: () => late,
      signal,
    }).catch((error: unknown) => {
      if (error === late || signal.aborted) return undefined;
      throw error;
    });
    // Without Redis there is nothing to send either.
    if (receiver === undefined) continue;
    if (receiver === null || receiver === account) return;
    if (performance.now() > end) throw new AccountMismatch(account, receiver);
    await pause(everyMs, { signal });
  }
}

/**
 * Looks whether the receiver's log-in is of this account now, or has never run: the receiver may have been logged in
 * anew meanwhile.
 */
export async function isSameAccount(redis: Pick<Redis, "get">, account: string): Promise<boolean> {
  const receiver = await readReceiverAccount(redis);
  return receiver === null || receiver === account;
}
