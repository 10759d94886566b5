import { appendFile, mkdir, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { testDisks } from "@tgmem/testbed";
import type { TelegramEvent } from "../client/options.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen, folder } = await wire();
const disks = testDisks();

/** A small disk, until the end of the test. */
async function disk(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  disks.mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", path);
  onTestFinished(() => disks.unmount(path));
  return path;
}

const isWriting = async (path: string) =>
  (await readdir(path)).some((name) => name.endsWith(".tmp"));

/** Leaves no room for a single write, not even what a write gives back that is under way. */
async function fill(path: string): Promise<void> {
  for (let isFull = false; !isFull;) {
    await appendFile(join(path, "filler"), Buffer.alloc(4_096)).catch(() => {});
    isFull =
      !(await isWriting(path)) && (await statfs(path)).bfree === 0 && !(await isWriting(path));
  }
}

/** What makes the file unwritable, and writable again; each is given the folder of the file, which is a disk. */
const troubles = [
  {
    what: "on a disk that is full",
    code: "ENOSPC",
    begin: fill,
    end: (path: string) => rm(join(path, "filler")),
  },
  {
    what: "on a disk that has become read-only",
    code: "EROFS",
    // The lock is open for writing, which a disk as a whole would not let go.
    begin: async (path: string) => {
      disks.mount("--bind", path, path);
      disks.mount("-o", "remount,bind,ro", path);
    },
    end: async (path: string) => disks.unmount(path),
  },
  {
    what: "that is mounted alone, as a container may be given it",
    code: "EBUSY",
    begin: async (path: string) =>
      disks.mount("--bind", join(path, "session"), join(path, "session")),
    end: async (path: string) => disks.unmount(join(path, "session")),
  },
];

describe.skipIf(disks.missing)("a session file", () => {
  it.each(troubles)("$what costs no message, and is told", async ({ code, begin, end }) => {
    const path = await disk(code);
    const warnings: string[] = [];
    const onEvent = (event: TelegramEvent) => {
      if (event.type === "warning") warnings.push(event.message);
    };
    const port = await connect({ sessionFile: join(path, "session"), onEvent });
    const { texts, stop } = listen(port);
    server.say("42", "before");
    await expect.poll(() => texts, soon).toEqual(["before"]);

    await begin(path);
    server.say("42", "private");
    server.say("42", "in a group that nobody knew", { group: "-1000000000321" });
    await expect.poll(() => texts, soon).toHaveLength(3);
    await expect.poll(() => warnings, soon).toHaveLength(1);
    expect(warnings[0]).toContain(`cannot be written (${code})`);
    await end(path);
    await expect.poll(() => warnings, soon).toHaveLength(2);
    expect(warnings[1]).toMatch(/is written again\.$/);
    await stop();
    await port.close();
  });
});
