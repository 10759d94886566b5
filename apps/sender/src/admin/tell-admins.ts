import type { OutboundMessage } from "@tgmem/contracts";
import type { Producer, Queue } from "@tgmem/queue";
import { pause, type ProcessInfo, type Redis, withDeadline } from "@tgmem/service";
import { type NewLetters, type News, newsOf, Told } from "./news.ts";
import { problemsOf } from "./problems.ts";

/** A list that is looked at. */
interface WatchedList {
  readonly name: string;
  readonly queue: Pick<Queue<unknown>, "stats" | "deadLetters">;
}

/** What all senders know together. */
export interface AdminMarks {
  /** Whether it is this sender's turn to look. */
  takeTurn(): Promise<boolean>;
  /** Gives what was told, as it was written; null = nothing yet. */
  read(): Promise<string | null>;
  write(told: string): Promise<unknown>;
}

export interface TellAdminsOptions {
  readonly marks: AdminMarks;
  readonly lists: readonly WatchedList[];
  readonly processes: () => Promise<readonly ProcessInfo[]>;
  readonly outbound: Producer<OutboundMessage>;
  /** Telegram ids of the operators. */
  readonly admins: ReadonlySet<string>;
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

/** Tells the operators, by the outbound list, what is wrong, and that it is over. */
export interface TellAdmins {
  /** Looks once; does nothing while it is another sender's turn. */
  look(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Tells of an outage of Redis, which nobody can do while it lasts; one in an hour. */
  wasAway(lastedMs: number): Promise<void>;
  /** Looks every half a minute until the signal. */
  run(options: { readonly signal: AbortSignal }): Promise<void>;
}

const lookEveryMs = 30_000;
/** Whoever has the turn has it nearly until the next look, so that of several senders one looks. */
const turnMs = 25_000;
/** A look that takes longer is given up. */
const lookMs = 20_000;
const pageSize = 100;
const nothing: Told = { present: {}, letters: {}, toldAtMs: {} };

/** Keeps them in Redis, without texts of people. */
export const redisAdminMarks = (
  redis: Pick<Redis, "get" | "set">,
  { prefix = "tgmem:admin:" }: { readonly prefix?: string } = {},
): AdminMarks => ({
  takeTurn: async () => (await redis.set(`${prefix}turn`, "1", "PX", turnMs, "NX")) === "OK",
  read: () => redis.get(`${prefix}told`),
  write: (told) => redis.set(`${prefix}told`, told),
});

/**
 * Makes it. Whoever dies after a push tells the same again, under the same id,
 * which the list drops.
 */
export function createTellAdmins(options: TellAdminsOptions): TellAdmins {
  const { marks, lists, processes, outbound, admins, onError, now = Date.now } = options;

  async function readTold(): Promise<Told> {
    const text = await marks.read();
    try {
      return Told.parse(JSON.parse(text ?? ""));
    } catch {
      return nothing;
    }
  }

  async function push(
    news: readonly News[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<void> {
    const jobs = news.flatMap(({ id, text }) =>
      [...admins].map((admin) => ({
        id: `admin:${admin}:${id.replaceAll(" ", "-")}`,
        lane: admin,
        body: { v: 1 as const, chatId: admin, userId: admin, text },
      })),
    );
    if (jobs.length > 0) await outbound.push(jobs, signal ? { signal } : {});
  }

  async function look({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    if (!(await marks.takeTurn())) return;
    const before = await readTold();
    const [known, stats, letters] = await Promise.all([
      processes(),
      Promise.all(
        lists.map(async ({ name, queue }) => ({ name, ...(await queue.stats({ signal })) })),
      ),
      Promise.all(lists.map((list) => lettersOf(list, before, signal))),
    ]);
    const problems = problemsOf({ processes: known, lists: stats });
    const { told, news } = newsOf(before, { problems, letters }, now());
    await push(news, { signal });
    await marks.write(JSON.stringify(told));
  }

  return {
    look,
    async wasAway(lastedMs) {
      const minutes = Math.max(1, Math.round(lastedMs / 60_000));
      const text = `✅ Redis took no writes for ${minutes} min, and does again. What waited goes on.`;
      await push([{ id: `redis ${Math.floor(now() / 3_600_000)}`, text }]).catch(onError);
    },
    async run({ signal }) {
      while (!signal.aborted) {
        const late = () => new Error(`Telling operators took more than ${lookMs} ms.`);
        await withDeadline(look({ signal }), { ms: lookMs, late, signal }).catch(
          (error: unknown) => {
            if (!signal.aborted) onError(error);
          },
        );
        await pause(lookEveryMs, { signal });
      }
    },
  };
}

/** Counts the letters above the last one that was counted. */
async function lettersOf(
  { name, queue }: WatchedList,
  told: Told,
  signal: AbortSignal,
): Promise<NewLetters> {
  let through = told.letters[name]?.through ?? 0;
  let count = 0;
  for (;;) {
    const page = await queue.deadLetters({ limit: pageSize, after: through, signal });
    count += page.length;
    through = page.at(-1)?.number ?? through;
    if (page.length < pageSize) return { list: name, count, through };
  }
}
