import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import {
  openSessionFile,
  type SessionContent,
  type SessionFile,
  unwritable,
} from "./session-file.ts";

const root = await mkdtemp(join(tmpdir(), "tgmem-session-"));
afterAll(() => rm(root, { recursive: true }));

let path: string;
let count = 0;
beforeEach(() => {
  path = join(root, `session-${count++}`);
});

const content = (login: string): SessionContent => ({
  v: 1,
  login,
  hashes: [["42", "-7"]],
  updates: { pts: 1, qts: 2, date: 3 },
});

async function open(): Promise<SessionFile> {
  const file = await openSessionFile(path);
  return file;
}

it("starts empty and gives back what was saved", async () => {
  const first = await open();
  expect(first.content).toEqual({ v: 1, login: "", hashes: [] });
  first.save(() => content("1abc"));
  await first.close();
  const second = await open();
  expect(second.content).toEqual(content("1abc"));
  await second.close();
});

it("is readable by its owner only, also when it was not before", async () => {
  await writeFile(path, JSON.stringify(content("")), { mode: 0o644 });
  const file = await open();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  file.save(() => content("1abc"));
  await file.flush();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await file.close();
});

it("writes the last of many states, and leaves no other file behind but its lock", async () => {
  const file = await open();
  for (let index = 0; index <= 100; index++) file.save(() => content(`1${index}`));
  await file.close();
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(content("1100"));
  const name = path.slice(root.length + 1);
  expect((await readdir(root)).filter((entry) => entry.startsWith(name)).toSorted()).toEqual([
    name,
    `${name}.lock`,
  ]);
});

it.each([
  ["is empty", ""],
  ["is broken", '{"v":1,"login":"1BAJ'],
  ["is broken", JSON.stringify({ v: 2 })],
  ["is broken", "1AgAOMTQ5LjE1NC4xNjcuNTEBu"],
])("refuses a file that %s, says so, and does not quote it", async (what, text) => {
  await writeFile(path, text);
  const error = await open().catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: "session_invalid",
    message: expect.stringContaining(`${path} ${what}`),
  });
  expect(inspect(error)).not.toContain("1AgAO");
  expect(await readFile(path, "utf8")).toBe(text);
});

it("refuses a folder, as other programs make of the same name", async () => {
  await mkdir(path);
  await expect(open()).rejects.toMatchObject({
    code: "session_invalid",
    message: expect.stringContaining("is a folder"),
  });
});

it("refuses a file that cannot be read", async () => {
  await symlink(path, path);
  await expect(open()).rejects.toMatchObject({
    code: "session_invalid",
    message: expect.stringContaining("cannot be read"),
  });
});

it.each([
  ["below a file", () => join(path, "inner")],
  ["below a folder that is made for nobody", () => "/proc/tgmem/inner/session"],
])("refuses a folder that cannot be made, %s", async (_, given) => {
  await writeFile(path, "");
  await expect(openSessionFile(given())).rejects.toMatchObject({
    code: "session_invalid",
    message: expect.stringContaining("cannot be made"),
  });
});

it("refuses a folder in which it may not write, which is nobody else's lock", async () => {
  await mkdir(`${path}.lock`);
  await expect(open()).rejects.toMatchObject({
    code: "session_invalid",
    message: expect.stringContaining("needs the right to write in that folder"),
  });
});

it("follows a link, and leaves it a link, also to a file that is not there yet", async () => {
  const target = `${path}.target`;
  await symlink(target, path);
  for (const login of ["1first", "1second"]) {
    const file = await open();
    await expect(openSessionFile(target), "the lock is that of the file").rejects.toMatchObject({
      code: "session_locked",
    });
    file.save(() => content(login));
    await file.close();
    expect(JSON.parse(await readFile(target, "utf8"))).toMatchObject({ login });
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
  }
});

it("tells once that it cannot be written, goes on trying, and tells when it can again", async () => {
  const told: unknown[] = [];
  const file = await openSessionFile(path, { onWrite: (failure) => told.push(failure) });
  await mkdir(path);
  file.save(() => content("1abc"));
  await expect.poll(() => told).toHaveLength(1);
  expect(file.failingSinceMs).toBeLessThan(performance.now());
  await expect(file.flush()).rejects.toMatchObject({ code: "unavailable", retryable: true });
  await rm(path, { recursive: true });
  await expect.poll(() => told).toHaveLength(2);
  expect(told).toEqual([expect.any(Error), undefined]);
  expect(file.failingSinceMs).toBeUndefined();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ login: "1abc" });
  await file.close();
});

it.each([
  ["ENOSPC", "the disk is full"],
  ["EROFS", "read-only"],
  ["EBUSY", "mount its folder instead"],
  ["EACCES", "needs the right to write it"],
])("says of %s what to do", (code, words) => {
  expect(unwritable("session", Object.assign(new Error("failed"), { code })).message).toContain(
    words,
  );
});

it("lets the next process in although it could not be written", async () => {
  const file = await open();
  await mkdir(path);
  file.save(() => content("1abc"));
  await expect(file.close()).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("cannot be written"),
  });
  await rm(path, { recursive: true });
  await (await open()).close();
});

it("writes nothing after it has closed, when the file may be another process' already", async () => {
  const first = await open();
  first.save(() => content("1first"));
  await first.close();
  first.save(() => content("1late"));
  await first.flush();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ login: "1first" });
});

it("lets no second one in, and the next one when the first has closed", async () => {
  const first = await open();
  await expect(open()).rejects.toMatchObject({
    code: "session_locked",
    message: expect.stringContaining("in use by another process"),
  });
  await first.close();
  await (await open()).close();
});

it("lets no second process in, until the first is gone, however it ended", async () => {
  const script = `
    const { openSessionFile } = await import(${JSON.stringify(new URL("session-file.ts", import.meta.url).href)});
    await openSessionFile(process.argv[1]);
    console.log("open");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  await expect(open()).rejects.toMatchObject({ code: "session_locked" });
  child.kill("SIGKILL");
  await once(child, "close");
  await (await open()).close();
});
