import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { Bench } from "../bench.ts";
import { bodyOf, inFlight, spread } from "../queue/load.ts";
import { Tally } from "../queue/tally.ts";
import { floorGoal, ratioGoal, type Row, rowOf } from "../report.ts";
import { versions } from "../versions.ts";
import { openOurs } from "./peers/ours.ts";
import type { OpenFilePeer } from "./peers/peer.ts";
import { openPlainjob } from "./peers/plainjob.ts";
import { openRaw } from "./peers/raw.ts";

const jobs = 5_000;
const wanted = 3_000;

const peers: Readonly<Record<string, OpenFilePeer>> = {
  ours: openOurs,
  "plainjob, durable": openPlainjob({ isDurable: true }),
  "raw node:sqlite, durable": openRaw,
  "plainjob, as it comes": openPlainjob({ isDurable: false }),
};

interface Measured {
  readonly perSecond: number;
  readonly cpuUs: number;
}

/** Our queue in a file beside others: each of so many in flight is put in, handled, and gone from the list. */
export const queueFile: Bench = async ({ rounds, onProgress }) => {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-bench-"));
  try {
    const cells = Object.entries(peers);
    const measured = new Map<string, Measured[]>(cells.map(([name]) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      for (const [name, open] of round % 2 === 0 ? cells : cells.toReversed()) {
        const one = await through(open, join(folder, `${round}-${name}.sqlite`));
        // What is compiled in the first round would count for nothing else.
        if (round > 0) measured.get(name)?.push(one);
      }
      onProgress(`round ${round} of ${rounds}`);
    }
    const rows = [...measured].map(([name, all]) => rowFor(`through: ${name}`, all));
    const [ours, ...others] = rows;
    return {
      servers: {
        "node:sqlite": process.versions["sqlite"] ?? "unknown",
        ...(await versions(["plainjob", "better-sqlite3"])),
      },
      costsOf: "one job",
      rows,
      goals: ours
        ? [
            floorGoal("through: jobs/s of ours", wanted, ours),
            ...others
              .filter(({ what }) => what.endsWith("durable"))
              .map((row) => ratioGoal(`${row.what}: jobs/s, ours / theirs`, 2, ours, row)),
          ]
        : [],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Each of so many producers puts in a job, and the next one when it was handled. */
async function through(open: OpenFilePeer, path: string): Promise<Measured> {
  const peer = open(path);
  const tally = new Tally(jobs);
  const handled = new Map<number, () => void>();
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const handling = peer.handle(
    async ({ n }) => {
      tally.count(n);
      handled.get(n)?.();
    },
    { signal: tally.full },
  );
  await spread(jobs, inFlight, async (n) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    handled.set(n, resolve);
    await peer.add(bodyOf(n));
    await promise;
    handled.delete(n);
    // Those that never wait would let nobody else have a turn.
    await turn();
  });
  await handling;
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  await peer.close();
  tally.check("through");
  return { perSecond: (jobs / ms) * 1_000, cpuUs: (user + system) / jobs };
}

const rowFor = (what: string, all: readonly Measured[]): Row =>
  rowOf(
    what,
    "jobs/s",
    all.map(({ perSecond }) => perSecond),
    all.map(({ cpuUs }) => ({ "µs CPU": cpuUs })),
  );
