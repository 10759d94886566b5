import type { WaitOptions } from "../wait-options.ts";
import { orAborted } from "./or-aborted.ts";

/** Does work after all that was given before for the same chat. */
export type InOrder = <T>(
  chat: string,
  work: () => Promise<T>,
  options?: WaitOptions,
) => Promise<T>;

/** Keeps the order in this process alone: what was given in another one is not waited for. */
export function inOrder(): InOrder {
  const tails = new Map<string, Promise<void>>();
  return async (chat, work, { signal } = {}) => {
    signal?.throwIfAborted();
    const before = tails.get(chat) ?? Promise.resolve();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const tail = before.then(() => ended);
    tails.set(chat, tail);
    void tail.then(() => {
      if (tails.get(chat) === tail) tails.delete(chat);
    });
    try {
      // A caller that has gone does not let the next one overtake: its place ends when all before it have.
      await orAborted(before, signal);
      return await work();
    } finally {
      end();
    }
  };
}
