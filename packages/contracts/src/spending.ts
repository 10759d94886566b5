/** What was used: tokens, and US dollars as far as providers told prices. */
export interface Spent {
  readonly input: number;
  readonly output: number;
  readonly cost: number;
}

/** What a model was asked for in one day. */
interface SpentByModel extends Spent {
  readonly requests: number;
}

/** What was used in one day of UTC. Summaries are nobody's, so the models used more than the people. */
export interface SpentInDay {
  readonly people: ReadonlyMap<string, Spent>;
  readonly models: ReadonlyMap<string, SpentByModel>;
}

/** Counts what each person and each model uses in a day. */
export interface Spending {
  today(userId: string): Promise<Spent>;
  /** Adds what an answer to a person took. */
  add(userId: string, usage: Usage): Promise<void>;
  /** Adds what one request took of a model. */
  addModel(model: string, usage: Usage): Promise<void>;
}

type Usage = Omit<Spent, "cost"> & { readonly cost?: number | undefined };

/** The part of a Redis client that is needed to count. */
interface Hashes {
  hgetall(key: string): Promise<Readonly<Record<string, string>>>;
  multi(commands: (string | number)[][]): { exec(): Promise<unknown> };
}

/** The part of a Redis client that is needed to read. */
interface Reader extends Pick<Hashes, "hgetall"> {
  smembers(key: string): Promise<readonly string[]>;
}

/** How many days are kept: enough for a month's bill. */
export const spentDays = 40;

/** Names a day of UTC as the keys do. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const personKey = (day: string, userId: string) => `tgmem:spent:${day}:${userId}`;
const peopleKey = (day: string) => `tgmem:spenders:${day}`;
const modelsKey = (day: string) => `tgmem:spent-models:${day}`;

const keep = (key: string) => ["expire", key, spentDays * 86_400];

const counted = ["input", "output", "cost", "requests"] as const;

/** Counts in Redis, by days of UTC, for 40 days: ids and numbers, no texts. */
export function redisSpending(
  redis: Hashes,
  { now = Date.now }: { readonly now?: () => number } = {},
): Spending {
  return {
    today: async (userId) => spentOf(await redis.hgetall(personKey(dayOf(now()), userId))),
    async add(userId, { input, output, cost = 0 }) {
      const day = dayOf(now());
      const [key, people] = [personKey(day, userId), peopleKey(day)];
      await redis
        .multi([
          ["hincrby", key, "input", input],
          ["hincrby", key, "output", output],
          ["hincrbyfloat", key, "cost", cost],
          keep(key),
          ["sadd", people, userId],
          keep(people),
        ])
        .exec();
    },
    async addModel(model, { input, output, cost = 0 }) {
      const key = modelsKey(dayOf(now()));
      await redis
        .multi([
          ["hincrby", key, `input:${model}`, input],
          ["hincrby", key, `output:${model}`, output],
          ["hincrbyfloat", key, `cost:${model}`, cost],
          ["hincrby", key, `requests:${model}`, 1],
          keep(key),
        ])
        .exec();
    },
  };
}

/** Reads what was used in a day, which is named as `2026-11-28`. */
export async function readSpent(redis: Reader, day: string): Promise<SpentInDay> {
  const [people, fields] = await Promise.all([
    redis.smembers(peopleKey(day)),
    redis.hgetall(modelsKey(day)),
  ]);
  const spent = await Promise.all(people.map((userId) => redis.hgetall(personKey(day, userId))));
  const names = new Set(Object.keys(fields).map((field) => field.slice(field.indexOf(":") + 1)));
  const models = [...names].map((model) => {
    const own = counted.map((count) => [count, fields[`${count}:${model}`] ?? "0"]);
    const hash = Object.fromEntries(own);
    return [model, { ...spentOf(hash), requests: Number(hash["requests"]) }] as const;
  });
  return {
    people: new Map(people.map((userId, n) => [userId, spentOf(spent[n] ?? {})])),
    models: new Map(models),
  };
}

const spentOf = ({ input = "0", output = "0", cost = "0" }: Partial<Record<string, string>>) => ({
  input: Number(input),
  output: Number(output),
  cost: Number(cost),
});
