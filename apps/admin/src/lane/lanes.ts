import type { LaneDoor } from "@tgmem/queue";
import { table } from "../terminal/table.ts";
import { timeOf } from "../terminal/time-of.ts";

export interface LaneDeps {
  readonly door: LaneDoor;
  /** The name of the list. */
  readonly list: string;
  readonly json: boolean;
  readonly print: (line: string) => void;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Shows what waits in a lane; 1 = nothing does. Only `body` prints what a person wrote. */
export async function showLane(
  lane: string,
  { limit, body }: { readonly limit: number; readonly body: boolean },
  { door, list, json, print, width }: LaneDeps,
): Promise<number> {
  const jobs = await door.peek(lane, { limit });
  const shown = jobs.map(({ body: text, ...job }) => (body ? { ...job, body: text } : job));
  if (json) print(JSON.stringify(shown));
  else if (shown.length === 0) print(`Lane ${lane} of ${list} holds no job.`);
  else {
    const heading = ["id", "pushed", "not before", ...(body ? ["body"] : [])];
    const rows = jobs.map(({ id, pushedAtMs, notBeforeMs, body: text }) => [
      id,
      pushedAtMs === undefined ? "" : timeOf(pushedAtMs),
      notBeforeMs === undefined ? "" : timeOf(notBeforeMs),
      ...(body ? [text] : []),
    ]);
    print(table([heading, ...rows], { left: heading.length, width }).trimEnd());
  }
  return jobs.length > 0 ? 0 : 1;
}

/** Takes a job that waits out of its lane. Rejects when there is none, or somebody holds it. */
export async function cancelJob(
  lane: string,
  id: string,
  { door, list, json, print }: LaneDeps,
): Promise<number> {
  const outcome = await door.cancel(lane, id);
  const where = `lane ${lane} of ${list}`;
  if (outcome === "stale")
    throw new Error(`Job ${id} of ${where} is in flight: it cannot be taken out.`);
  if (outcome !== "done")
    throw new Error(`There is no job ${id} in ${where}: see tgmem lane show ${list} ${lane}.`);
  print(json ? JSON.stringify({ cancelled: id }) : `Job ${id} is taken out of ${where}.`);
  return 0;
}
