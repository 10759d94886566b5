import type { Redis } from "ioredis";
import type { Loss } from "./power-loss.ts";

/** What became of the jobs. */
export interface Verdict {
  /** Jobs that were never delivered. */
  readonly lost: number;
  /** First deliveries that came behind one of a later job of the lane. */
  readonly outOfOrder: number;
  /** Settlements of a job that was settled before. */
  readonly settledTwice: number;
  /** What power losses did, each no more often than they may; it is not counted above. */
  readonly forgiven: {
    /** Settlements that Redis had forgotten, and that were made again. */
    readonly settledAgain: number;
    /** Jobs that half a script took out of their lanes, or whose ids it remembered without pushing them. */
    readonly lostToHalves: number;
    /** How many scripts were torn. */
    readonly halves: number;
  };
}

interface Notes {
  readonly jobs: number;
  readonly lanes: number;
  readonly losses: readonly Loss[];
  /** Whether the log is written anew after a loss, so that no half of a script is ever carried out. */
  readonly isRewritten: boolean;
}

/** Compares what the processes have noted with what the power losses took: lane by lane, because the log names no job that ends. */
export async function verdict(
  notes: Redis,
  { jobs, lanes, losses, isRewritten }: Notes,
): Promise<Verdict> {
  const undone = count(losses.flatMap((loss) => loss.undone));
  const half = count(isRewritten ? [] : losses.flatMap((loss) => loss.half));
  const settlements = await notes.hgetall("settled");
  let [lost, outOfOrder, settledTwice, settledAgain, lostToHalves] = [0, 0, 0, 0, 0];
  for (let lane = 0; lane < lanes; lane++) {
    const bodies = Array.from(
      { length: Math.ceil((jobs - lane) / lanes) },
      (_, n) => lane + n * lanes,
    );
    const first = [...new Set(await notes.lrange(`delivered:l${lane}`, 0, -1))].map(Number);
    const overtaken = first.filter((body, at) => at > 0 && body < (first[at - 1] ?? 0)).length;
    const missing = bodies.length - first.length;
    // Who works on a job that is not there any more may be overtaken.
    const mayLose = half.of("LTRIM", lane) + half.of("SET", lane) - half.of("RPUSH", lane);
    lostToHalves += Math.min(missing, mayLose);
    lost += Math.max(0, missing - mayLose);
    outOfOrder += Math.max(0, overtaken - mayLose);

    const again = bodies.reduce(
      (sum, body) => sum + Math.max(0, Number(settlements[`i${body}`] ?? 0) - 1),
      0,
    );
    const mayRepeat = undone.of("LTRIM", lane) + half.of("RPUSH", lane);
    settledAgain += Math.min(again, mayRepeat);
    settledTwice += Math.max(0, again - mayRepeat);
  }
  const halves = losses.filter((loss) => loss.half.length > 0).length;
  return { lost, outOfOrder, settledTwice, forgiven: { settledAgain, lostToHalves, halves } };

  /** Counts what was to become of the jobs of each lane: an end (LTRIM), a push, or an id that is remembered (SET). */
  function count(commands: readonly (readonly string[])[]) {
    const counts = new Map<string, number>();
    for (const [name = "", key = ""] of commands) {
      const [, lane, id] = /^q:\{chaos\}:(?:lane:l(\d+)|seen:i(\d+))$/.exec(key) ?? [];
      if (lane === undefined && id === undefined) continue;
      const what = `${name} ${lane ?? Number(id) % lanes}`;
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    return { of: (name: string, lane: number) => counts.get(`${name} ${lane}`) ?? 0 };
  }
}
