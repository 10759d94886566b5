import { readdir, readFile } from "node:fs/promises";

/** Linux counts in hundredths of a second, whatever the machine. */
const tickMs = 10;

interface Stat {
  readonly pid: number;
  readonly command: string;
  readonly parent: number;
  /** All threads, user and system. */
  readonly cpuMs: number;
}

/** Null where there is no such process, or no /proc. */
async function stat(pid: number): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  const end = text.lastIndexOf(")");
  const fields = text.slice(end + 2).split(" ");
  return {
    pid,
    command: text.slice(text.indexOf("(") + 1, end),
    parent: Number(fields[1]),
    cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs,
  };
}

/** CPU time of the processes together, in ms; those that are gone count nothing. */
export async function cpuMsOf(pids: readonly number[]): Promise<number> {
  const stats = await Promise.all(pids.map(stat));
  return stats.reduce((sum, found) => sum + (found?.cpuMs ?? 0), 0);
}

/** Ids of our own child processes by the name of their program: servers that somebody else has started for us. */
export async function childrenOf(parent: number): Promise<ReadonlyMap<string, number>> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map(stat));
  return new Map(
    stats.flatMap((found) => (found?.parent === parent ? [[found.command, found.pid]] : [])),
  );
}
