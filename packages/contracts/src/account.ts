type Role = "receiver" | "sender";

/** As much of a Redis client as is needed. */
interface Keys {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<unknown>;
}

const keyOf = (role: Role) => `tgmem:account:${role}`;

/**
 * Tells the other of the two log-ins which account this one is of; resolves with the other's, null if it has never run.
 * Both must be of one account: to another one, the people who wrote are strangers.
 */
export async function shareAccount(
  redis: Keys,
  role: Role,
  account: string,
): Promise<string | null> {
  const [, other] = await Promise.all([
    redis.set(keyOf(role), account),
    redis.get(keyOf(role === "sender" ? "receiver" : "sender")),
  ]);
  return other;
}
