import type { QueueRules } from "../arguments.ts";
import { pause } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { RedisClient } from "./client.ts";
import { Bell, type SleepOptions } from "./bell.ts";
import { connections } from "./connections.ts";
import { keyPrefix } from "./key-prefix.ts";
import { passingCode, queueErrorOf, waitingError } from "./redis-error.ts";

/** One round trip. Sent twice it does what it does once, and hears the same answer. */
export type Command<R> = (redis: RedisClient) => Promise<R>;

/** How the commands of a queue reach Redis. */
export interface Transport {
  /** Tries once over the given client, for producers and operators: the caller hears what happened. */
  readonly once: <R>(command: Command<R>) => Promise<R>;
  /** Goes on until Redis answers or nobody waits for the answer any more, for those who hold jobs. */
  readonly untilAnswered: <R>(command: Command<R>) => Promise<R>;
  /** Resolves when the bell rings for this sleeper, after `ms`, at an abort or at the close. */
  readonly sleep: (options: SleepOptions) => Promise<void>;
  readonly close: () => Promise<void>;
}

const passingPollMs = 200;

export function redisTransport(
  redis: RedisClient,
  rules: Pick<QueueRules, "name" | "maxDepth" | "callTimeoutMs">,
  { onError = () => {} }: { readonly onError?: ((error: Error) => void) | undefined },
): Transport {
  const closing = new AbortController();
  const own = connections(redis, onError);
  const bell = new Bell(() => own.blocking(), `${keyPrefix(rules.name)}bell`);
  const unanswered = new Set<(error: Error) => void>();
  /** The codes with which Redis has refused commands since it last carried one out. */
  const refusals = new Set<string>();

  /** A client that is disconnected while it waits to reconnect leaves what it was asked pending for ever. */
  function orClosed<R>(work: Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      unanswered.add(reject);
      void work.then(resolve, reject).finally(() => unanswered.delete(reject));
    });
  }

  /** Tells of each refusal once in an outage: the calls wait, and nobody else would hear why. */
  function tell(error: unknown, code: string): void {
    if (refusals.has(code)) return;
    refusals.add(code);
    onError(waitingError(error, rules.name, code));
  }

  function named(error: unknown): QueueError {
    if (!closing.signal.aborted) return queueErrorOf(error, rules.name, rules.maxDepth);
    return new QueueError("closed", `Queue ${rules.name} was closed before Redis answered.`, {
      cause: error,
    });
  }

  return {
    async once(command) {
      try {
        return await command(redis);
      } catch (error) {
        throw named(error);
      }
    },
    async untilAnswered(command) {
      const end = performance.now() + rules.callTimeoutMs;
      for (;;) {
        try {
          const answer = await orClosed(command(own.worker()));
          refusals.clear();
          return answer;
        } catch (error) {
          const code = passingCode(error);
          if (performance.now() >= end || code === undefined) throw named(error);
          tell(error, code);
          await pause(passingPollMs, { signal: closing.signal });
          if (closing.signal.aborted) throw named(error);
        }
      }
    },
    sleep: (options) => bell.sleep(options),
    async close() {
      closing.abort();
      bell.close();
      await own.close();
      for (const reject of unanswered) reject(new Error("Connection is closed."));
    },
  };
}
