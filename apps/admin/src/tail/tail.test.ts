import { startProcess } from "@tgmem/processes";
import { linesChannel } from "@tgmem/service";
import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";

const time = Date.UTC(2026, 10, 28, 12);

it("prints what processes do, about one chat if asked, until Ctrl-C", async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  const redis = new Redis(server.url);
  onTestFinished(async () => {
    redis.disconnect();
    await server.stop();
  });
  const tail = startProcess(new URL("../main.ts", import.meta.url), {
    args: ["tail", "--chat", "42"],
    env: { REDIS_URL: server.url },
  });
  await tail.says("Listening");
  for (const line of [
    { app: "sender", msg: "sent", id: "tg:9:421:6" },
    { app: "worker", msg: "started" },
    {
      app: "sender",
      msg: "sent",
      id: "tg:9:42:7",
      level: 50,
      totalMs: 950,
      err: { message: "none", stack: "x" },
    },
  ])
    await redis.publish(linesChannel, JSON.stringify({ level: 30, time, ...line }));
  await tail.says("sent");
  expect(await tail.stop("SIGINT")).toBe(0);
  expect(tail.printed.stdout).toBe(
    "12:00:00.000  sender    ERROR  sent  tg:9:42:7  totalMs=950  err=none\n",
  );
});
