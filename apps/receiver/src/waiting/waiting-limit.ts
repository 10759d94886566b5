import type { LaneDoor } from "@tgmem/queue";
import { type Redis, withDeadline } from "@tgmem/service";
import { takePlaceScript } from "./places-script.ts";

/** A job that wants to wait on the list. */
export interface Waiting {
  readonly id: string;
  readonly lane: string;
  readonly userId: string;
  /** How many messages it is put together of. */
  readonly messages: number;
  readonly isCommand: boolean;
}

/** Lets of each person only so many messages wait, in all chats together; commands are counted by themselves. */
export interface WaitingLimit {
  /**
   * Does the work that puts the job on the list, if it may wait there, and resolves with its result; with undefined when too many
   * wait. Safe to repeat. Rejects when that cannot be known.
   */
  within<R>(job: Waiting, work: () => Promise<R>): Promise<R | undefined>;
  /** Whether the person has to be told of this refusal: of the first one since few waited, and of one an hour at most. */
  isToTell(job: Waiting): Promise<boolean>;
}

export interface WaitingLimitOptions {
  readonly redis: Pick<Redis, "eval" | "hgetall" | "hdel" | "set">;
  readonly inbound: Pick<LaneDoor, "peek">;
  /** The bot's own id. */
  readonly account: string;
  /** The most messages of a person that wait. */
  readonly most: number;
  /** Begins the keys. @default "tgmem:waiting:" */
  readonly prefix?: string;
}

/** Longer than a message waits, as a rule; a place that was forgotten only lets more wait. */
const keptMs = 7 * 86_400_000;
const toldMs = 3_600_000;
const answerMs = 30_000;
/** The most jobs of a lane that are looked at. */
const looked = 1_000;

const answered = <R>(answer: Promise<R>) =>
  withDeadline(answer, {
    ms: answerMs,
    late: () => new Error(`Redis did not answer within ${answerMs} ms.`),
  });

/**
 * Keeps in Redis who waits, so that all receivers, and one that was started again, know it. A place is not given back when its job
 * ends: which ones are gone is looked up where it matters, once a second at most. No text is kept.
 */
export function redisWaitingLimit({
  redis,
  inbound,
  account,
  most,
  prefix = "tgmem:waiting:",
}: WaitingLimitOptions): WaitingLimit {
  /** Jobs that are about to be on the list: nobody may take them for gone. */
  const coming = new Set<string>();

  const keysOf = ({ userId, isCommand }: Waiting) => {
    const kind = isCommand ? "commands" : "messages";
    return {
      places: `${prefix}${account}:${userId}:${kind}`,
      told: `${prefix}${account}:${userId}:told`,
      looks: `${prefix}${account}:${userId}:${kind}:looks`,
    };
  };

  async function takePlace(job: Waiting): Promise<number> {
    const { places, told, looks } = keysOf(job);
    const { id, messages, lane } = job;
    const asked = redis.eval(
      takePlaceScript,
      3,
      places,
      told,
      looks,
      most,
      id,
      messages,
      lane,
      keptMs,
    );
    return Number(await answered(asked));
  }

  /** Gives back the places whose jobs are on no list any more. */
  async function sweep(job: Waiting): Promise<void> {
    const { places } = keysOf(job);
    const lanes = new Map<string, string[]>();
    for (const [id, place] of Object.entries(await answered(redis.hgetall(places)))) {
      const lane = place.replace(/^\d+ /, "");
      lanes.set(lane, [...(lanes.get(lane) ?? []), id]);
    }
    const gone = await Promise.all([...lanes].map(([lane, ids]) => goneOf(lane, ids)));
    if (gone.flat().length > 0) await answered(redis.hdel(places, ...gone.flat()));
  }

  async function goneOf(lane: string, ids: readonly string[]): Promise<string[]> {
    const about = new Set(coming);
    const jobs = await inbound.peek(lane, { limit: looked });
    const waits = new Set(jobs.map(({ id }) => id));
    if (jobs.length === looked) return [];
    return ids.filter((id) => !waits.has(id) && !about.has(id) && !coming.has(id));
  }

  return {
    async within(job, work) {
      coming.add(job.id);
      try {
        let answer = await takePlace(job);
        if (answer < 0) {
          await sweep(job);
          answer = await takePlace(job);
        }
        return answer > 0 ? await work() : undefined;
      } finally {
        coming.delete(job.id);
      }
    },
    async isToTell(job) {
      const { told } = keysOf(job);
      const before = await answered(redis.set(told, job.id, "PX", toldMs, "NX", "GET"));
      // Whoever died before the person was told does it now.
      return before === null || before === job.id;
    },
  };
}
