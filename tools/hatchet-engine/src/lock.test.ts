import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { withLock } from "./lock.ts";

async function lockFile(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "tgmem-lock-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  return join(dir, "lock");
}

const holder = `
  import { withLock } from ${JSON.stringify(join(import.meta.dirname, "lock.ts"))};
  await withLock(process.argv[1], () => new Promise(() => {
    console.log("held");
    setInterval(() => {}, 1000);
  }));
`;

it("lets one in at a time", async () => {
  const file = await lockFile();
  let inside = 0;
  const work = () =>
    withLock(file, async () => {
      inside++;
      await turn();
      return inside--;
    });
  expect(await Promise.all([work(), work(), work()])).toEqual([1, 1, 1]);
});

it("is kept by a process that lives, and free when that one is killed", async () => {
  const file = await lockFile();
  const child = spawn(process.execPath, ["--input-type=module", "--eval", holder, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  let entered = false;
  const waiting = withLock(file, async () => (entered = true));
  await turn();
  expect(entered).toBe(false);
  child.kill("SIGKILL");
  expect(await waiting).toBe(true);
});

it("is free again after work that failed", async () => {
  const file = await lockFile();
  await expect(withLock(file, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await withLock(file, async () => "free")).toBe("free");
});

it("rejects where no file can be written, instead of waiting for ever", async () => {
  await expect(withLock("/nowhere/lock", async () => {})).rejects.toThrow("unable to open");
});
