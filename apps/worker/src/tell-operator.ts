import {
  isForOperator,
  type OperatorAnswer,
  operatorChannel,
  type OutboundMessage,
} from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";

/** The part of a Redis client that is needed here. */
interface Publisher {
  publish(channel: string, message: string): Promise<unknown>;
}

/**
 * Gives the same list, which publishes besides what goes to a message that an operator put on the inbound list: without a
 * Telegram it could be read nowhere. Nobody relies on it, so nobody waits for it.
 */
export function tellOperator<Q extends Producer<OutboundMessage>>(
  outbound: Q,
  redis: Publisher,
  { onError }: { readonly onError: (error: unknown) => void },
): Q {
  return {
    ...outbound,
    async push(jobs, options) {
      const duplicates = await outbound.push(jobs, options);
      for (const { id, body } of jobs.filter((job) => isForOperator(job.id))) {
        const answer: OperatorAnswer = { v: 1, id, text: body.text };
        redis.publish(operatorChannel, JSON.stringify(answer)).catch(onError);
      }
      return duplicates;
    },
  };
}
