import { existsSync, globSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The clock of our processes, which can be set. What measures spans of time is not touched, and the clocks of Redis, the engine
 * and Postgres go on: what makes a clock here does not work in them (jemalloc, Go).
 */
export interface Clock {
  /** Variables of a process that goes by this clock. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets it to so many seconds before (−) or after the true time, for all processes within a second. */
  set(seconds: number): Promise<void>;
}

/** Debian's package `faketime`, where it keeps it. */
const libraries = [
  ...globSync("/usr/lib/*/faketime/libfaketimeMT.so.1"),
  "/usr/lib/faketime/libfaketimeMT.so.1",
];

/** Gives a clock that can be set; null where there is no libfaketime. */
export async function settableClock(folder: string): Promise<Clock | null> {
  const library = libraries.find((file) => existsSync(file));
  if (library === undefined) return null;
  const file = join(folder, "clock");
  const set = (seconds: number) => writeFile(file, `${seconds < 0 ? "" : "+"}${seconds}s\n`);
  await set(0);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      FAKETIME_CACHE_DURATION: "1",
    },
    set,
  };
}
