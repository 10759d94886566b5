import { cpus, loadavg, totalmem } from "node:os";

/** What the numbers depend on, and nothing that tells whose machine it was. */
export function machine() {
  const [first] = cpus();
  return {
    cores: cpus().length,
    cpu: first?.model.trim() ?? "unknown",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${process.platform} ${process.arch}`,
    node: process.version,
    /** Runnable processes over the last minute: more than the bench's own make its numbers worse. */
    loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
