import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { cancelJob, type LaneDeps, showLane } from "./lanes.ts";

const lane = "chat:42";
const some = { limit: 20, body: false };

/** A lane with three jobs, of which the last one is delayed by an hour, and what was printed. */
async function setUp() {
  const now = Date.UTC(2026, 10, 27, 9, 30);
  const queue = inMemoryQueue({ name: "inbound", schema: { parse: String }, now: () => now });
  await queue.push([
    { id: "1", lane, body: "secret 1" },
    { id: "2", lane, body: "secret 2" },
    { id: "3", lane, body: "secret 3", delayMs: 3_600_000 },
  ]);
  const printed: string[] = [];
  const deps: LaneDeps = {
    door: queue,
    list: "inbound",
    json: false,
    print: (line) => void printed.push(line),
    width: Infinity,
  };
  return { queue, deps, printed };
}

it("shows what waits, and what the person wrote only when it is asked for", async () => {
  const { deps, printed } = await setUp();
  expect(await showLane(lane, some, deps)).toBe(0);
  expect(printed.splice(0).join("")).toBe(
    [
      "id  pushed            not before",
      "1   2026-11-27 09:30",
      "2   2026-11-27 09:30",
      "3   2026-11-27 09:30  2026-11-27 10:30",
    ].join("\n"),
  );
  await showLane(lane, { limit: 1, body: true }, deps);
  expect(printed.splice(0).join("")).toMatch(/^id +pushed +not before +body\n1 .*"secret 1"$/);
  await showLane(lane, some, { ...deps, json: true });
  expect(printed.splice(0).join("")).not.toContain("secret");
  expect(await showLane("chat:7", some, deps)).toBe(1);
  expect(printed).toEqual(["Lane chat:7 of inbound holds no job."]);
});

it("cancels a job that waits, and says why another one is left", async () => {
  const { queue, deps, printed } = await setUp();
  await queue.take({ max: 9, leaseMs: 1_000, waitMs: 0 });
  expect(await cancelJob(lane, "2", deps)).toBe(0);
  expect(printed).toEqual(["Job 2 is taken out of lane chat:42 of inbound."]);
  await expect(cancelJob(lane, "1", deps)).rejects.toThrow("is in flight");
  await expect(cancelJob(lane, "9", deps)).rejects.toThrow("There is no job 9 in lane chat:42");
});
