import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

const script = `
  import { spawn } from "node:child_process";
  import { dieWithUs } from ${JSON.stringify(join(import.meta.dirname, "die-with-us.ts"))};
  const child = spawn("sleep", ["600"], { stdio: "ignore", detached: true });
  dieWithUs(child, { remove: process.argv[1] });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

it("ends the child of a process that was killed, and deletes its folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-guard-"));
  await writeFile(join(folder, "file"), "");
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output: unknown[] = await once(parent.stdout, "data");
  const pid = Number(String(output[0]));
  expect(isRunning(pid)).toBe(true);
  parent.kill("SIGKILL");
  await expect
    .poll(() => ({ runs: isRunning(pid), folder: existsSync(folder) }))
    .toEqual({ runs: false, folder: false });
});

const program = `
  import { pathToFileURL } from "node:url";
  import { startProcess } from ${JSON.stringify(join(import.meta.dirname, "start-process.ts"))};
  const child = startProcess(pathToFileURL(process.argv[1]));
  await child.says("here");
  console.log(child.pid);
`;

it("ends a program of ours, too, when who started it was killed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-guard-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const main = join(folder, "main.mjs");
  await writeFile(main, `console.log("here"); setInterval(() => {}, 1000);`);
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", program, main], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output: unknown[] = await once(parent.stdout, "data");
  const pid = Number(String(output[0]));
  expect(isRunning(pid)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  // A child that has ended and that nobody waits for is a zombie, Z, where no process adopts orphans.
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.startsWith("Z");
}
