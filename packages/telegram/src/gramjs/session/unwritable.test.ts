import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { TelegramEvent } from "../client/options.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen, folder } = await wire();

/** Puts a folder where the file is written, between two writes: the lack of a right would not hold up root. */
async function block(sessionFile: string): Promise<void> {
  for (let isBlocked = false; !isBlocked;) {
    await rm(sessionFile, { force: true });
    isBlocked = await mkdir(sessionFile).then(
      () => true,
      () => false,
    );
  }
}

it("a session file that cannot be written costs no message, is told at once, and after 30 s it is no good health", async () => {
  const sessionFile = join(folder, "unwritable");
  const warnings: string[] = [];
  const onEvent = (event: TelegramEvent) => {
    if (event.type === "warning") warnings.push(event.message);
  };
  const port = await connect({ sessionFile, onEvent });
  const { texts, stop } = listen(port);
  server.say("42", "before");
  await expect.poll(() => texts, soon).toEqual(["before"]);

  await block(sessionFile);
  server.say("42", "private");
  server.say("42", "in a group that nobody knew", { group: "-1000000000321" });
  await expect.poll(() => texts, soon).toHaveLength(3);
  await expect.poll(() => warnings, soon).toHaveLength(1);
  expect(warnings[0]).toMatch(/unwritable cannot be written \(\w+\): .*\. Until then a crash/);
  expect(port.health()).toMatchObject({ connected: true, sessionKept: true });
  const now = performance.now();
  const clock = vi.spyOn(performance, "now").mockReturnValue(now + 31_000);
  onTestFinished(() => clock.mockRestore());
  expect(port.health()).toMatchObject({ connected: true, sessionKept: false });
  clock.mockRestore();

  await rm(sessionFile, { recursive: true });
  await expect.poll(() => warnings, soon).toHaveLength(2);
  expect(warnings[1]).toMatch(/is written again\.$/);
  expect(port.health().sessionKept).toBe(true);
  await stop();
});

it("a session file that cannot be written at the end ends all the same", async () => {
  const sessionFile = join(folder, "at-the-end");
  const port = await connect({ sessionFile });
  const { texts, stop } = listen(port);
  await block(sessionFile);
  server.say("42", "last words");
  await expect.poll(() => texts, soon).toEqual(["last words"]);
  await stop();
  await port.close();
  await rm(sessionFile, { recursive: true });
});
