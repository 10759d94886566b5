import type { Fields } from "./fields.ts";

type Argument = string | number;

const score = ([, value]: readonly [string, string]) => Number(value);

const unitsMs: Readonly<Record<string, number>> = { PX: 1, EX: 1_000 };

/** The only field of a string. */
const whole = "";

/** Answers each command as Redis does, of those that small facts need. */
export function commandsOn(fields: Fields, now: () => number) {
  function expire(key: Argument, ms: number): number {
    if (!fields.has(String(key))) return 0;
    fields.endAt(String(key), now() + ms);
    return 1;
  }

  /** The members of a sorted set between two scores, as \`(5\`, \`5\` or \`+inf\`, the lowest first. */
  function between(key: string, min: Argument, max: Argument) {
    const [from, to] = [bound(min), bound(max)];
    return fields
      .all(key)
      .filter((member) => (from.open ? score(member) > from.at : score(member) >= from.at))
      .filter((member) => (to.open ? score(member) < to.at : score(member) <= to.at))
      .toSorted((a, b) => score(a) - score(b));
  }

  function increase(key: string, field: Argument, by: Argument): string {
    const sum = Number(fields.get(key, String(field)) ?? 0) + Number(by);
    // Sums of prices are not to grow digits that nobody wrote.
    const value = String(Number(sum.toPrecision(15)));
    fields.put(key, String(field), value);
    return value;
  }

  return {
    // strings
    get: (key: string) => fields.get(key, whole) ?? null,
    getex(key: string, _unit: "EX", seconds: Argument): string | null {
      expire(key, Number(seconds) * 1_000);
      return fields.get(key, whole) ?? null;
    },
    exists: (key: string) => (fields.has(key) ? 1 : 0),
    set(key: string, value: Argument, ...options: Argument[]): string | null {
      const words = options.map((option) => String(option).toUpperCase());
      const before = fields.get(key, whole) ?? null;
      const isRefused = words.includes("NX") && before !== null;
      if (!isRefused) {
        fields.put(key, whole, String(value));
        const unit = words.findIndex((word) => word in unitsMs);
        const ms = Number(options[unit + 1]) * (unitsMs[words[unit] ?? ""] ?? 0);
        fields.endAt(key, unit < 0 ? undefined : now() + ms);
      }
      if (words.includes("GET")) return before;
      return isRefused ? null : "OK";
    },
    // keys
    del: (...keys: string[]) => keys.filter((key) => fields.drop(key)).length,
    expire: (key: string, seconds: Argument) => expire(key, Number(seconds) * 1_000),
    pexpire: (key: string, ms: Argument) => expire(key, Number(ms)),
    pttl(key: string): number {
      if (!fields.has(key)) return -2;
      const end = fields.endOf(key);
      return end === undefined ? -1 : end - now();
    },
    keys: (pattern: string) => fields.keys(pattern.replace(/\*$/u, "")),
    time: (): [number, number] => [Math.floor(now() / 1_000), (now() % 1_000) * 1_000],
    // hashes
    hget: (key: string, field: string) => fields.get(key, field) ?? null,
    hmget: (key: string, ...names: string[]) => names.map((name) => fields.get(key, name) ?? null),
    hgetall: (key: string) => Object.fromEntries(fields.all(key)),
    hvals: (key: string) => fields.all(key).map(([, value]) => value),
    hexists: (key: string, field: string) => (fields.get(key, field) === undefined ? 0 : 1),
    hset(key: string, ...pairs: Argument[]): number {
      let added = 0;
      for (let at = 0; at < pairs.length; at += 2)
        if (fields.put(key, String(pairs[at]), String(pairs[at + 1]))) added++;
      return added;
    },
    hsetnx(key: string, field: string, value: Argument): number {
      if (fields.get(key, field) !== undefined) return 0;
      fields.put(key, field, String(value));
      return 1;
    },
    hdel: (key: string, ...names: string[]) =>
      names.filter((name) => fields.remove(key, name)).length,
    hincrby: (key: string, field: Argument, by: Argument) => Number(increase(key, field, by)),
    hincrbyfloat: (key: string, field: Argument, by: Argument) => increase(key, field, by),
    // sets
    sadd: (key: string, ...members: Argument[]) =>
      members.filter((member) => fields.put(key, String(member), "")).length,
    smembers: (key: string) => fields.all(key).map(([member]) => member),
    // sorted sets
    zadd: (key: string, at: Argument, member: string) =>
      fields.put(key, member, String(at)) ? 1 : 0,
    zrem: (key: string, ...members: string[]) =>
      members.filter((member) => fields.remove(key, member)).length,
    zrange(key: string, min: Argument, max: Argument, ...options: Argument[]): string[] {
      const limit = options.indexOf("LIMIT");
      const [skipped, most] = [Number(options[limit + 1]), Number(options[limit + 2])];
      const found = between(key, min, max);
      const asked = limit < 0 ? found : found.slice(skipped, skipped + most);
      return options.includes("WITHSCORES") ? asked.flat() : asked.map(([member]) => member);
    },
    zremrangebyscore: (key: string, min: Argument, max: Argument) =>
      between(key, min, max).filter(([member]) => fields.remove(key, member)).length,
  };
}

/** The commands by their names. */
export type Commands = ReturnType<typeof commandsOn>;

function bound(written: Argument): { readonly at: number; readonly open: boolean } {
  const text = String(written);
  const open = text.startsWith("(");
  const at = open ? text.slice(1) : text;
  return { at: at === "+inf" ? Infinity : at === "-inf" ? -Infinity : Number(at), open };
}
