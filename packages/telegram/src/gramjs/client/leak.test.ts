import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it, onTestFinished } from "vitest";
import { botAccount } from "@tgmem/telegram-test-server";
import { connectTelegram } from "../connect.ts";

// The server has a process of its own: it remembers everything, as it should.
const script = `
  const { startTelegramServer } = await import(${JSON.stringify(import.meta.resolve("@tgmem/telegram-test-server"))});
  const server = await startTelegramServer();
  process.send(server.endpoint);
  process.on("message", (count) => {
    for (let n = 0; n < count; n++) server.say(String(100 + (n % 50)), "message " + n);
  });`;

function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") for (let times = 0; times < 3; times++) collect();
  return process.memoryUsage().heapUsed;
}

it("keeps nothing of a message: 10,000 messages of 50 people leave the heap as it was", async () => {
  const server = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const folder = await mkdtemp(join(tmpdir(), "tgmem-telegram-"));
  const [endpoint] = await once(server, "message");
  const telegram = await connectTelegram({
    apiId: 1,
    apiHash: "hash",
    botToken: botAccount.botToken,
    sessionFile: join(folder, "session"),
    server: endpoint,
  });
  onTestFinished(async () => {
    await telegram.close();
    server.kill();
    await rm(folder, { recursive: true });
  });
  let received = 0;
  let wanted = 0;
  const { signal } = new AbortController();
  const listening = telegram.listen(async () => void received++, { signal });
  listening.catch(() => {});
  const receive = async (count: number) => {
    for (let left = count; left > 0; left -= 250) {
      server.send(250);
      wanted += 250;
      await expect.poll(() => received, { timeout: 120_000, interval: 5 }).toBe(wanted);
    }
  };
  // More than what is remembered on purpose, to tell repeated messages.
  await receive(8_000);
  const before = heapBytes();
  await receive(10_000);
  const bytesPerMessage = (heapBytes() - before) / 10_000;
  // Some 180 here, and no more after that; bare GramJS keeps 480, and for ever.
  expect(bytesPerMessage).toBeLessThan(300);
});
