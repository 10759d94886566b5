import type { RepairReport } from "./queue.ts";

export function repairReport(counts: Omit<RepairReport, "mended">): RepairReport {
  return {
    ...counts,
    mended: Object.values(counts).some((count) => count !== null && count !== 0),
  };
}
