import { z } from "zod";
import { askScript } from "./ask-script.ts";
import { replaceScript } from "./replace-script.ts";
import { type Asking, isOpen, mostQuestions, type People, Person, questionMs } from "./people.ts";

const Asked = z.tuple([z.string().nullable(), z.number()]);

/** The part of a Redis client that is needed here. */
interface Hashes {
  hget(key: string, field: string): Promise<string | null>;
  hmget(key: string, ...fields: string[]): Promise<readonly (string | null)[]>;
  hgetall(key: string): Promise<Readonly<Record<string, string>>>;
  hset(key: string, field: string, value: string): Promise<unknown>;
  hsetnx(key: string, field: string, value: string): Promise<number>;
  hdel(key: string, ...fields: string[]): Promise<number>;
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>;
}

export interface RedisPeopleOptions {
  readonly key?: string;
  readonly now?: () => number;
}

/** Stands in the place of an id for the operator who has paired: Redis lets one be the first. */
const pairedField = "paired";

/** Keeps them in one hash of Redis, for all processes, until somebody revokes it: ids, names and languages. */
export function redisPeople(
  redis: Hashes,
  { key = "tgmem:people", now = Date.now }: RedisPeopleOptions = {},
): People {
  const write = (person: Person) => redis.hset(key, person.id, JSON.stringify(person));

  async function all(): Promise<readonly Person[]> {
    return Object.values(await redis.hgetall(key)).flatMap((value) => personIn(value) ?? []);
  }

  /** Changes a person until nobody else comes between; undefined leaves everything as it is. */
  async function change(id: string, next: (person: Person) => Person | undefined) {
    for (;;) {
      const before = await redis.hget(key, id);
      const person = before === null ? undefined : personIn(before);
      const changed = person && next(person);
      if (before === null || !changed) return { person, isChanged: false };
      const text = JSON.stringify(changed);
      if ((await redis.eval(replaceScript, 1, key, id, before, text)) === 1)
        return { person: changed, isChanged: true };
    }
  }

  return {
    async standings(ids) {
      if (ids.length === 0) return [];
      const [paired, ...found] = await redis.hmget(key, pairedField, ...ids);
      const admin = personIn(paired)?.id;
      return ids.map((id, n) => (id === admin ? "admin" : personIn(found[n])?.standing));
    },
    async list() {
      return (await all()).toSorted(
        (a, b) => Number(waits(b)) - Number(waits(a)) || b.sinceMs - a.sinceMs,
      );
    },
    async ask(given): Promise<Asking> {
      const record = JSON.stringify({ ...given, sinceMs: now() });
      const args = [given.id, record, String(mostQuestions), String(now() - questionMs)];
      const reply = Asked.parse(await redis.eval(askScript, 1, key, ...args));
      const [kept, open] = reply;
      if (kept === null) return { status: "full" };
      const person = personIn(kept);
      if (!person || person.standing || person.questions) return { status: "known" };
      return { status: "open", person, isLast: open >= mostQuestions };
    },
    async asked(id, questions) {
      await change(id, (person) => ({ ...person, questions }));
    },
    async answer(id, standing, by) {
      const decided = await change(id, (person) =>
        isOpen(person, now()) ? { ...person, standing, by, sinceMs: now() } : undefined,
      );
      const { person, isChanged: isDecided } = decided;
      return { isDecided, person: person?.standing ? person : undefined };
    },
    async decide(id, standing) {
      const known = personIn(await redis.hget(key, id));
      const { by: _, ...before } = known ?? { id };
      const person: Person = { ...before, standing, sinceMs: now() };
      await write(person);
      return person;
    },
    async revoke(id) {
      const isPaired = personIn(await redis.hget(key, pairedField))?.id === id;
      return (await redis.hdel(key, id, ...(isPaired ? [pairedField] : []))) > 0;
    },
    async pair(given) {
      const person: Person = { ...given, standing: "admin", sinceMs: now() };
      if ((await redis.hsetnx(key, pairedField, JSON.stringify(person))) === 1) return true;
      return personIn(await redis.hget(key, pairedField))?.id === given.id;
    },
  };
}

const waits = ({ standing }: Person) => standing === undefined;

/** A record that nobody can read is none: whoever it is of stays outside. */
function personIn(value: string | null | undefined): Person | undefined {
  try {
    return Person.parse(JSON.parse(value ?? ""));
  } catch {
    return undefined;
  }
}
