import type { Redis } from "ioredis";
import type { Command, Transport } from "./transport.ts";

export interface Sent<A> {
  readonly answer: A;
  /** Sends the very command again, as a connection does whose answer was lost. */
  readonly again: () => Promise<A>;
}

/** A transport that remembers its last command. It names no errors and waits for nothing. */
export function repeatable(redis: Redis): {
  readonly transport: Transport;
  /** Resolves with the answer to the call of the store that was just made, and with its command. */
  readonly sent: <A>(call: Promise<A>) => Promise<Sent<A>>;
} {
  let last: Command<unknown> | undefined;
  function send<R>(command: Command<R>): Promise<R> {
    last = command;
    return command(redis);
  }
  return {
    transport: { once: send, untilAnswered: send, sleep: async () => {}, close: async () => {} },
    async sent<A>(call: Promise<A>) {
      const command = last;
      if (!command) throw new Error("The call sent no command.");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the call resolves with what its command does
      const again = () => command(redis) as Promise<A>;
      return { answer: await call, again };
    },
  };
}
