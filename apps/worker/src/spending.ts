import type { TokenUsage } from "@tgmem/memory";

/** What one person has used in one day: tokens, and US dollars as far as providers told prices. */
interface Spent {
  readonly input: number;
  readonly output: number;
  readonly cost: number;
}

/** Counts what each person uses in a day. */
export interface Spending {
  today(userId: string): Promise<Spent>;
  add(userId: string, usage: TokenUsage): Promise<void>;
}

/** The part of a Redis client that is needed here. */
interface Hashes {
  hgetall(key: string): Promise<Readonly<Record<string, string>>>;
  multi(commands: (string | number)[][]): { exec(): Promise<unknown> };
}

/** Long enough for a month's bill. */
const keptSeconds = 40 * 86_400;

/** Counts in Redis, by days of UTC, for 40 days: ids and numbers, no texts. */
export function redisSpending(
  redis: Hashes,
  { now = Date.now }: { readonly now?: () => number } = {},
): Spending {
  const keyOf = (userId: string) =>
    `tgmem:spent:${new Date(now()).toISOString().slice(0, 10)}:${userId}`;
  return {
    async today(userId) {
      const { input, output, cost } = await redis.hgetall(keyOf(userId));
      return { input: Number(input ?? 0), output: Number(output ?? 0), cost: Number(cost ?? 0) };
    },
    async add(userId, { input, output, cost = 0 }) {
      const key = keyOf(userId);
      await redis
        .multi([
          ["hincrby", key, "input", input],
          ["hincrby", key, "output", output],
          ["hincrbyfloat", key, "cost", cost],
          ["expire", key, keptSeconds],
        ])
        .exec();
    },
  };
}
