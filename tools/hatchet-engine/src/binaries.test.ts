import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { binariesFolder, engineBinaries } from "./binaries.ts";
import { engineVersion } from "./version.ts";

async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "tgmem-binaries-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

/** A `go` that writes the three programs where it is told to, after a line in a log. */
async function fakeGo(script: string): Promise<{ env: NodeJS.ProcessEnv; log: string }> {
  const dir = await temporaryFolder();
  const log = join(dir, "log");
  await mkdir(join(dir, "bin"));
  await writeFile(join(dir, "bin", "go"), `#!/bin/sh\necho "$@" >> "${log}"\n${script}`);
  await chmod(join(dir, "bin", "go"), 0o755);
  return {
    env: { PATH: `${join(dir, "bin")}:/usr/bin:/bin`, XDG_CACHE_HOME: join(dir, "cache") },
    log,
  };
}
const writesAll =
  'for p in lite migrate admin; do touch "$5/hatchet-$p"; chmod +x "$5/hatchet-$p"; done\n';

it("refuses a HATCHET_BIN that lacks a program", async () => {
  const dir = await temporaryFolder();
  await expect(engineBinaries({ env: { HATCHET_BIN: dir } })).rejects.toMatchObject({
    code: "binaries_missing",
  });
});

it("builds the pinned version once into the cache, and tells that it takes a while", async () => {
  const { env, log } = await fakeGo(writesAll);
  const told: string[] = [];
  const onProgress = (line: string) => void told.push(line);
  expect(await engineBinaries({ env, onProgress })).toBe(binariesFolder(env));
  expect(await engineBinaries({ env, onProgress })).toBe(binariesFolder(env));
  expect(told).toEqual(["building the engine, about 2–8 minutes the first time"]);
  expect((await readFile(log, "utf8")).trim().split("\n")).toEqual([
    expect.stringContaining(`-X main.Version=${engineVersion()}`),
  ]);
});

it("builds once for processes that ask at the same time", async () => {
  const { env, log } = await fakeGo(writesAll);
  await Promise.all([engineBinaries({ env }), engineBinaries({ env }), engineBinaries({ env })]);
  expect((await readFile(log, "utf8")).trim().split("\n")).toHaveLength(1);
});

it("leaves nothing but its lock file behind when a build fails, and says what Go said", async () => {
  const { env } = await fakeGo('echo "no space left" >&2; exit 1\n');
  await expect(engineBinaries({ env })).rejects.toMatchObject({
    code: "build_failed",
    message: expect.stringContaining("no space left"),
  });
  expect(await readdir(join(binariesFolder(env), ".."))).toEqual([`${engineVersion()}-build.lock`]);
});

it("says what to install when Go is missing", async () => {
  const env = { PATH: "/nowhere", XDG_CACHE_HOME: await temporaryFolder() };
  await expect(engineBinaries({ env })).rejects.toMatchObject({
    code: "go_missing",
    message: expect.stringContaining("install Go 1.26"),
  });
});
