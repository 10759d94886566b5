import type { RepairReport } from "@tgmem/queue";
import type { System } from "../system/open-system.ts";
import { readHealth, type RedisHealth } from "./redis-health.ts";

/**
 * Repairs every list and looks at the settings of Redis. Prints what it found, as JSON if asked; gives the exit code: 0 all
 * was well, 1 something was mended or is to be changed.
 */
export async function doctorCommand(
  { redis, lists }: Pick<System, "redis" | "lists">,
  { json, print }: { readonly json: boolean; readonly print: (line: string) => void },
): Promise<number> {
  const health = readHealth(await redis.info());
  const reports: Record<string, RepairReport> = {};
  for (const { name, queue } of lists) reports[name] = await queue.repair();
  if (json) print(JSON.stringify({ redis: health, lists: reports }));
  else for (const line of describe(health, reports)) print(line);
  const isWell = health.ills.length === 0 && Object.values(reports).every(({ mended }) => !mended);
  return isWell ? 0 : 1;
}

function describe(
  { version, maxmemoryPolicy, appendOnlyFile, ills }: RedisHealth,
  reports: Readonly<Record<string, RepairReport>>,
): string[] {
  const file = appendOnlyFile ? "append-only file" : "no append-only file";
  return [
    `redis      ${version}, ${maxmemoryPolicy}, ${file}: ${ills.length === 0 ? "well" : "ill"}`,
    ...ills.map((ill) => `           ${ill}`),
    ...Object.entries(reports).map(
      ([name, report]) => `${name.padEnd(10)} ${describeReport(report)}`,
    ),
  ];
}

function describeReport(report: RepairReport): string {
  const { lanesFound, doublesDropped, placesDropped, headsDropped, depthCorrectedBy } = report;
  const found = [
    [lanesFound, "chats that nobody was served any more"],
    [doublesDropped, "chats that stood in several places"],
    [placesDropped, "places without a message"],
    [headsDropped, "entries of messages that nobody holds"],
    [Math.abs(depthCorrectedBy ?? 0), "messages by which the depth was wrong"],
  ] as const;
  const mended = found.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const counted = depthCorrectedBy === null ? "; too many chats to count the depth" : "";
  return (mended.length === 0 ? "well" : `mended: ${mended.join(", ")}`) + counted;
}
