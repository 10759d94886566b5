import type { RoundTrip } from "../../on-store/lane-store.ts";
import type { RepairReport } from "../../queue.ts";
import { repairReport } from "../../repair-report.ts";
import type { Int } from "../replies.ts";
import { script } from "../script.ts";
import { mend, recount } from "../scripts/repair.ts";
import type { Transport } from "../transport.ts";
import { findBroken, type QueueKeys } from "./find-broken.ts";

const run = {
  mend: script<[ready: Int, found: Int, doubled: Int, empty: Int, headless: Int]>(mend),
  recount: script<Int | null>(recount),
};

/** Lanes that one script looks at, and entries of `ready` that it passes over to find them: a few ms. */
const mostLanes = 100;
const mostPassed = 300_000;
/** More lanes than this are not counted, because that would hold up everybody else. */
const mostCounted = 10_000;

/**
 * Mends what a log that was torn by a power loss left of half a script. Every lane that looks broken is looked at again at
 * one moment, so that a queue which others work with is safe.
 */
export async function repairLanes(
  { once }: Pick<Transport, "once">,
  keys: QueueKeys & { readonly stats: string; readonly bell: string },
  { now, trip }: { readonly now: () => number; readonly trip: RoundTrip },
): Promise<RepairReport> {
  const { prefix, ready, leases, due, heads, stats, bell } = keys;
  const ask: Transport["once"] = (command) => trip(() => once(command));
  const broken = [...(await findBroken(ask, keys))];

  let [lanesFound, doublesDropped, placesDropped, headsDropped] = [0, 0, 0, 0];
  let size = broken.length > 0 ? await ask((redis) => redis.llen(ready)) : 0;
  while (broken.length > 0) {
    const few = Math.floor(mostPassed / Math.max(1, size));
    const lanes = broken.splice(0, Math.max(1, Math.min(mostLanes, few)));
    const reply = await ask((redis) =>
      run.mend(redis, [ready, leases, due, heads, bell], [prefix, now(), ...lanes]),
    );
    const [length, found, doubled, empty, headless] = reply;
    size = Number(length);
    lanesFound += Number(found);
    doublesDropped += Number(doubled);
    placesDropped += Number(empty);
    headsDropped += Number(headless);
  }
  const lacking = await ask((redis) =>
    run.recount(redis, [ready, leases, due, stats], [prefix, mostCounted]),
  );
  return repairReport({
    lanesFound,
    doublesDropped,
    placesDropped,
    headsDropped,
    depthCorrectedBy: lacking === null ? null : Number(lacking),
  });
}
