import { missingProcesses, outageWords, type ProcessInfo } from "@tgmem/service";
import { ageOf } from "../terminal/age-of.ts";
import { queueDepths } from "./queue-depths.ts";
import { table } from "../terminal/table.ts";
import type { Status } from "./read-status.ts";

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Writes a status for a terminal. */
export function statusLines(
  { atMs, redis, lists, processes, today }: Status,
  width: number,
): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replace("T", " ");
  const limit = redis.maxBytes > 0 ? ` of ${megabytes(redis.maxBytes)}` : "";
  return [
    `${time} UTC   Redis ${redis.version}, ${megabytes(redis.usedBytes)}${limit}`,
    "",
    queueDepths(lists, { width }).trimEnd(),
    "",
    processLines(processes, { atMs, width }),
    "",
    `Today: $${today.cost.toFixed(4)}, ${today.requests} requests, ${today.input} tokens in, ${today.output} out`,
  ].join("\n");
}

function processLines(
  processes: readonly ProcessInfo[],
  { atMs, width }: { readonly atMs: number; readonly width: number },
): string {
  const rows = [
    ...processes.map((one) => [
      one.name,
      one.state.replace("_", " "),
      ageOf(atMs - one.startedAtMs),
      one.failing.join(", "),
      one.build ?? "",
      `${one.host}:${one.pid}`,
    ]),
    ...missingProcesses(processes).map((name) => [name, "not running", "", "", "", ""]),
  ];
  const heading = ["process", "state", "up", "fails", "build", "where"];
  const outages = processes.flatMap(({ name, outages: some }) =>
    some.map((outage) => `! ${name}: ${outageWords(outage)}`),
  );
  return [table([heading, ...rows], { width, left: heading.length }).trimEnd(), ...outages].join(
    "\n",
  );
}
