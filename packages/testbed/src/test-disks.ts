import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingServer } from "./missing.ts";

/** Disks for a test, as `mount(8)` and `umount(8)` make and end them. */
export interface TestDisks {
  /** True when this user may mount none. */
  readonly missing: boolean;
  mount(...args: readonly string[]): void;
  /** Ends the newest mount at a path, at once for whoever looks from now on. */
  unmount(path: string): void;
}

/** Finds out whether disks may be mounted: by root, on Linux. */
export function testDisks(): TestDisks {
  const folder = mkdtempSync(join(tmpdir(), "tgmem-disk-"));
  try {
    mount("-t", "tmpfs", "tmpfs", folder);
    unmount(folder);
    return { missing: false, mount, unmount };
  } catch {
    missingServer("The right to mount disks", "run the tests as root, on Linux.");
    return { missing: true, mount, unmount };
  } finally {
    rmdirSync(folder);
  }
}

const mount = (...args: readonly string[]) => run("mount", args);
const unmount = (path: string) => run("umount", ["--lazy", path]);

function run(command: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`, { cause: error });
}
