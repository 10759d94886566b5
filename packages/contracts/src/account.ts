/** The part of a Redis client that is needed here. */
interface Keys {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<unknown>;
}

const receiverKey = "tgmem:account:receiver";

/**
 * Says to which account the receiver is logged in. The sender must be of the same one: to another account, the people
 * who wrote are strangers.
 */
export async function publishReceiverAccount(
  redis: Pick<Keys, "set">,
  account: string,
): Promise<void> {
  await redis.set(receiverKey, account);
}

/** Reads to which account the receiver is logged in; null if it has never run. */
export const readReceiverAccount = (redis: Pick<Keys, "get">): Promise<string | null> =>
  redis.get(receiverKey);
