import { outageWords } from "@tgmem/service";
import { ageOf } from "../terminal/age-of.ts";
import { queueDepths } from "./queue-depths.ts";
import { table } from "../terminal/table.ts";
import type { Status } from "./read-status.ts";

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Writes a status for a terminal. */
export function statusLines(
  { atMs, storage, lists, processes, missing, today }: Status,
  width: number,
): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replace("T", " ");
  const { name, version, usedBytes, maxBytes } = storage;
  const limit = maxBytes > 0 ? ` of ${megabytes(maxBytes)}` : "";
  return [
    `${time} UTC   ${name} ${version}, ${megabytes(usedBytes)}${limit}`,
    "",
    queueDepths(lists, { width }).trimEnd(),
    "",
    processLines({ processes, missing, atMs }, width),
    "",
    `Today: $${today.cost.toFixed(4)}, ${today.requests} requests, ${today.input} tokens in, ${today.output} out`,
  ].join("\n");
}

function processLines(
  { processes, missing, atMs }: Pick<Status, "processes" | "missing" | "atMs">,
  width: number,
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
    ...missing.map((name) => [name, "not running", "", "", "", ""]),
  ];
  const heading = ["process", "state", "up", "fails", "build", "where"];
  const outages = processes.flatMap(({ name, outages: some }) =>
    some.map((outage) => `! ${name}: ${outageWords(outage)}`),
  );
  return [table([heading, ...rows], { width, left: heading.length }).trimEnd(), ...outages].join(
    "\n",
  );
}
