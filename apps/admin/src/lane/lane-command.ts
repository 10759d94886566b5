import type { LaneDoor, Outcome } from "@tgmem/queue";
import { numberOf } from "../number-of.ts";
import { table } from "../table.ts";
import { timeOf } from "../time-of.ts";

export interface LaneArguments {
  readonly limit?: string | undefined;
  readonly body?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export interface LaneDeps {
  readonly door: LaneDoor;
  /** The name of the list. */
  readonly list: string;
  readonly print: (line: string) => void;
}

/**
 * Runs `tgmem lane`: shows, pauses or resumes a lane of a list, cancels a job that waits in it, or names the paused lanes.
 * Resolves with the exit code: 0 = done, 1 = there was nothing to do. Nothing but `show --body` prints what a person wrote.
 */
export async function laneCommand(
  action: string | undefined,
  [lane = "", id = ""]: readonly string[],
  given: LaneArguments,
  { door, list, print }: LaneDeps,
): Promise<number> {
  if (action === "paused") {
    const lanes = await door.pausedLanes();
    print(lanes.length > 0 ? lanes.join("\n") : `No lane of ${list} is paused.`);
    return 0;
  }
  if (lane === "") throw new Error(`Which lane of ${list}? For instance chat:42.`);
  switch (action) {
    case "show":
      return showLane(lane, given, { door, list, print });
    case "pause": {
      const isNew = await door.pause(lane);
      print(`Lane ${lane} of ${list} ${isNew ? "is paused" : "was paused before"}.`);
      return isNew ? 0 : 1;
    }
    case "resume": {
      const wasPaused = await door.resume(lane);
      print(`Lane ${lane} of ${list} ${wasPaused ? "goes on" : "was not paused"}.`);
      return wasPaused ? 0 : 1;
    }
    case "cancel": {
      const outcome = await door.cancel(lane, id);
      print(told(outcome, id, `lane ${lane} of ${list}`));
      return outcome === "done" ? 0 : 1;
    }
    default:
      throw new Error(
        "What? tgmem lane show|pause|resume|cancel LIST LANE …, or tgmem lane paused LIST",
      );
  }
}

async function showLane(
  lane: string,
  { limit = "20", body = false, json = false }: LaneArguments,
  { door, list, print }: LaneDeps,
): Promise<number> {
  const jobs = await door.peek(lane, { limit: numberOf(limit) });
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
    print(table([heading, ...rows], { left: heading.length }).trimEnd());
  }
  return jobs.length > 0 ? 0 : 1;
}

function told(outcome: Outcome, id: string, where: string): string {
  if (outcome === "done") return `Job ${id} is taken out of ${where}.`;
  if (outcome === "stale") return `Job ${id} of ${where} is in flight: it cannot be taken out.`;
  return `There is no job ${id} in ${where}.`;
}
