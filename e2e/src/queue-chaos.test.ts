import { expect, it } from "vitest";
import { chaos } from "./queue-chaos/chaos.ts";

// A longer run: CHAOS_JOBS=4000000 CHAOS_SEED=7 pnpm test:system queue-chaos

const jobs = Number(process.env["CHAOS_JOBS"] ?? 100_000);
const seed = Number(process.env["CHAOS_SEED"] ?? 1);

const runs = [
  { handOff: false, tornLog: false },
  { handOff: true, tornLog: false },
  { handOff: false, tornLog: true },
  { handOff: true, tornLog: true },
];

it.each(runs)(
  "loses no job, overtakes none, settles none twice and leaves nothing behind, whatever is killed: hand-off $handOff, torn log $tornLog",
  { timeout: 3_600_000 },
  async ({ handOff, tornLog }) => {
    const { disturbances, ...outcome } = await chaos({
      handOff,
      tornLog,
      jobs: Math.ceil(jobs / runs.length / 100) * 100,
      seed,
    });
    expect(outcome).toEqual({
      lost: 0,
      outOfOrder: 0,
      // What a torn log has lost of settlements is done again.
      settledTwice: tornLog ? expect.any(Number) : 0,
      mended: 0,
      keysLeft: [],
    });
    expect(Object.keys(disturbances).toSorted()).toEqual(["client", "holder", "producer", "redis"]);
  },
);
