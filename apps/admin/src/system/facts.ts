import type { Redis } from "@tgmem/service";
import { isKept, keysIn } from "./keys.ts";
import type { Records } from "@tgmem/records";

/** Something small that is kept beside lists and memory, under a key of its own. */
export interface Fact {
  readonly key: string;
  /** A text, the members of a set, or the fields of a hash. */
  readonly value: string | readonly string[] | Readonly<Record<string, string>>;
  /** How long it is kept from now on, in ms; absent = until it is removed. */
  readonly leftMs?: number;
}

type Facts = Omit<Records, "close">;

/** A file keeps a text as one field without a name, and the members of a set as fields without values. */
export async function* factsInFile(records: Facts): AsyncGenerator<Fact> {
  for (const key of (await records.keys("*")).filter(isKept)) {
    const fields = await records.hgetall(key);
    const members = Object.keys(fields);
    const isSet = Object.values(fields).every((value) => value === "");
    const value = fields[""] ?? (isSet ? members : fields);
    if (members.length > 0) yield { key, value, ...(await lifeOf(records, key)) };
  }
}

export async function* factsInRedis(redis: Redis): AsyncGenerator<Fact> {
  for (const key of await keysIn(redis, "tgmem:*")) {
    const value = await valueOf(redis, key);
    if (value !== undefined) yield { key, value, ...(await lifeOf(redis, key)) };
  }
}

async function valueOf(redis: Redis, key: string): Promise<Fact["value"] | undefined> {
  const type = await redis.type(key);
  if (type === "string") return (await redis.get(key)) ?? undefined;
  if (type === "set") return redis.smembers(key);
  return type === "hash" ? redis.hgetall(key) : undefined;
}

async function lifeOf(redis: Pick<Facts, "pttl">, key: string): Promise<Pick<Fact, "leftMs">> {
  const leftMs = await redis.pttl(key);
  return leftMs > 0 ? { leftMs } : {};
}

/** Writes a fact where there is none under its key. */
export async function writeFact(to: Facts, { key, value, leftMs }: Fact): Promise<void> {
  if (typeof value === "string") await to.set(key, value);
  else if (isList(value)) await to.sadd(key, ...value);
  else await to.hset(key, ...Object.entries(value).flat());
  if (leftMs !== undefined) await to.pexpire(key, leftMs);
}

const isList = (value: object): value is readonly string[] => Array.isArray(value);
