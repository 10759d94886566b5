import { mkdtemp, rmdir, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testDisks } from "./test-disks.ts";

const disks = testDisks();

it.skipIf(disks.missing)("mounts a disk that gets full, and ends it", async () => {
  const path = await mkdtemp(join(tmpdir(), "tgmem-disk-"));
  disks.mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", path);
  expect((await statfs(path)).blocks).toBe(16);
  await expect(writeFile(join(path, "much"), Buffer.alloc(100_000))).rejects.toMatchObject({
    code: "ENOSPC",
  });
  disks.unmount(path);
  // A disk with a file in it would not be an empty folder.
  await rmdir(path);
});

it("says what could not be mounted", () => {
  expect(() => disks.mount("-t", "no-such-kind", "none", tmpdir())).toThrow(
    /^mount -t no-such-kind/,
  );
});
