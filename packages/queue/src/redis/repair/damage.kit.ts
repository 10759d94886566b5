import * as fc from "fast-check";
import type { Redis } from "ioredis";

/** What a torn log may leave, and what another program may write. */
export type Damage =
  | {
      readonly type:
        | "lost ready"
        | "lost lease"
        | "lost due"
        | "lost head"
        | "lost lane"
        | "double ready"
        | "extra lease"
        | "extra due"
        | "extra head";
      readonly lane: string;
      readonly head: string;
    }
  | { readonly type: "wrong count"; readonly by: number };

export function damages(lanes: readonly string[]): fc.Arbitrary<Damage> {
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        type: fc.constantFrom(
          "lost ready",
          "lost lease",
          "lost due",
          "lost head",
          "lost lane",
          "double ready",
          "extra lease",
          "extra due",
          "extra head",
        ),
        lane: fc.constantFrom(...lanes),
        head: fc.constantFrom("1.", "0.~", "2.+token", "1:2.slot.3", "0.~slot.3", "garbage", ""),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("wrong count" as const),
        by: fc.constantFrom(-7, -1, 1, 7),
      }),
    },
  );
}

export async function damage(redis: Redis, name: string, some: Damage): Promise<void> {
  const key = (kind: string) => `q:{${name}}:${kind}`;
  if (some.type === "wrong count") return void (await redis.hincrby(key("stats"), "in", some.by));
  const { lane, head } = some;
  if (some.type === "lost ready") await redis.lrem(key("ready"), 0, lane);
  if (some.type === "lost lease") await redis.zrem(key("leases"), lane);
  if (some.type === "lost due") await redis.zrem(key("due"), lane);
  if (some.type === "lost head") await redis.hdel(key("heads"), lane);
  if (some.type === "lost lane") await redis.del(key(`lane:${lane}`));
  if (some.type === "double ready") await redis.rpush(key("ready"), lane);
  if (some.type === "extra lease") await redis.zadd(key("leases"), 1_040, lane);
  if (some.type === "extra due") await redis.zadd(key("due"), 1_040, lane);
  if (some.type === "extra head") await redis.hset(key("heads"), lane, head);
}
