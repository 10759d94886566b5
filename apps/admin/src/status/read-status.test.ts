import { redisSpending } from "@tgmem/contracts";
import { ownRedis } from "@tgmem/testbed";
import { expect, it, onTestFinished } from "vitest";
import { withSystem } from "../system/open-system.ts";
import { statusLines } from "./print-status.ts";
import { readStatus } from "./read-status.ts";

const now = () => Date.UTC(2026, 10, 28, 12);

it("tells how much waits, what Redis holds and what the day costs, in 80 columns", async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  onTestFinished(() => server.stop());
  await withSystem({ REDIS_URL: server.url }, async (system) => {
    await system.list("outbound").push([{ id: "1", lane: "42", body: {} }]);
    const spending = redisSpending(system.redis, { now });
    await spending.addModel("small", { input: 10, output: 1, cost: 0.5 });
    await spending.addModel("large", { input: 20, output: 2, cost: 2 });
    const status = await readStatus(system, { now });
    expect(status).toMatchObject({
      atMs: now(),
      storage: { name: "Redis", version: expect.stringMatching(/^\d/), maxBytes: 0 },
      lists: [
        { name: "inbound", depth: 0 },
        { name: "outbound", depth: 1 },
        { name: "summaries", depth: 0 },
      ],
      processes: [],
      missing: ["receiver", "consumer", "worker", "sender"],
      today: { requests: 2, input: 30, output: 3, cost: 2.5 },
    });
    expect(status.storage.usedBytes).toBeGreaterThan(100_000);
    const lines = statusLines(status, 80).split("\n");
    expect(lines[0]).toMatch(/^2026-11-28 12:00:00 UTC {3}Redis \d\S+, \d+\.\d MB$/);
    expect(lines).toContain("worker    not running");
    expect(lines.at(-1)).toBe("Today: $2.5000, 2 requests, 30 tokens in, 3 out");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });
});
