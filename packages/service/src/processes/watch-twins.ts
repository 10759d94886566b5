import type { Logger } from "../logger.ts";
import type { Redis } from "../redis.ts";
import { readProcesses } from "./read-processes.ts";

export interface TwinsOptions {
  readonly logger: Pick<Logger, "warn" | "info">;
  readonly name: string;
  /** The Telegram id of the log-in. */
  readonly account: string;
}

/**
 * Makes what looks whether another living process of this name is logged in to the same account, and says so when that begins and
 * when it ends. Two are no fault, because nothing is received or sent twice, but few people mean to have them.
 */
export function createTwinWatch(
  redis: Pick<Redis, "time" | "hgetall">,
  { logger, name, account }: TwinsOptions,
): (ownId: string) => Promise<void> {
  let hadTwins = false;
  return async (ownId) => {
    const all = await readProcesses(redis);
    const startedAtMs = all.find(({ id }) => id === ownId)?.startedAtMs ?? Infinity;
    const twins = all.filter(
      (one) =>
        one.id !== ownId &&
        one.name === name &&
        one.account === account &&
        one.state !== "silent" &&
        // One that was killed and started again is not there twice.
        one.seenAtMs > startedAtMs,
    );
    const hasTwins = twins.length > 0;
    if (hasTwins === hadTwins) return;
    hadTwins = hasTwins;
    if (!hasTwins) return logger.info(`this is the only ${name} of its account again`);
    const others = twins.map(({ host, pid }) => ({ host, pid }));
    logger.warn(
      { others },
      `another ${name} is logged in to the same account: nothing is received or sent twice, and the pace is shared, but stop one of them unless you mean to have both`,
    );
  };
}
