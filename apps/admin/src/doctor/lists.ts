import type { RepairReport } from "@tgmem/queue";
import type { System } from "../system/open-system.ts";
import type { Finding } from "./finding.ts";

/** Repairs every list. */
export const lookAtLists = ({ lists }: Pick<System, "lists">): Promise<readonly Finding[]> =>
  Promise.all(
    lists.map(async ({ name, queue }) => {
      const report = await queue.repair();
      const found = describe(report);
      return { name, state: report.mended ? "mended" : "ok", found } as const;
    }),
  );

function describe(report: RepairReport): string {
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
  return (mended.length === 0 ? "whole" : mended.join(", ")) + counted;
}
