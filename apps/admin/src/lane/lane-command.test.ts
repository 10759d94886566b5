import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { laneCommand } from "./lane-command.ts";

/** A lane with three jobs, of which the last one is delayed by an hour, and what the command printed. */
async function setUp() {
  const now = Date.UTC(2026, 10, 27, 9, 30);
  const queue = inMemoryQueue({ name: "inbound", schema: { parse: String }, now: () => now });
  const lane = "chat:42";
  await queue.push([
    { id: "1", lane, body: "secret 1" },
    { id: "2", lane, body: "secret 2" },
    { id: "3", lane, body: "secret 3", delayMs: 3_600_000 },
  ]);
  const printed: string[] = [];
  const command = (action: string, names: readonly string[] = [lane], given = {}) =>
    laneCommand(action, names, given, {
      door: queue,
      list: "inbound",
      print: (line) => void printed.push(line),
    });
  return { queue, lane, command, printed };
}
const now = { max: 9, leaseMs: 1_000, waitMs: 0 };

it("shows what waits, and what the person wrote only when it is asked for", async () => {
  const { command, printed } = await setUp();
  expect(await command("show")).toBe(0);
  expect(printed.splice(0).join("")).toBe(
    [
      "id  pushed            not before",
      "1   2026-11-27 09:30",
      "2   2026-11-27 09:30",
      "3   2026-11-27 09:30  2026-11-27 10:30",
    ].join("\n"),
  );
  await command("show", undefined, { limit: "1", body: true });
  expect(printed.splice(0).join("")).toMatch(/^id +pushed +not before +body\n1 .*"secret 1"$/);
  await command("show", undefined, { json: true });
  expect(printed.splice(0).join("")).not.toContain("secret");
  expect(await command("show", ["chat:7"])).toBe(1);
  expect(printed).toEqual(["Lane chat:7 of inbound holds no job."]);
});

it("pauses and resumes, and names what is paused", async () => {
  const { queue, command, printed } = await setUp();
  expect(await command("paused", [])).toBe(0);
  expect([await command("pause"), await command("pause")]).toEqual([0, 1]);
  expect(await queue.take(now)).toEqual([]);
  await command("paused", []);
  expect([await command("resume"), await command("resume")]).toEqual([0, 1]);
  expect(await queue.take(now)).toHaveLength(1);
  expect(printed).toEqual([
    "No lane of inbound is paused.",
    "Lane chat:42 of inbound is paused.",
    "Lane chat:42 of inbound was paused before.",
    "chat:42",
    "Lane chat:42 of inbound goes on.",
    "Lane chat:42 of inbound was not paused.",
  ]);
});

it("cancels a job that waits, and says why another one is left", async () => {
  const { queue, lane, command, printed } = await setUp();
  await queue.take(now);
  const codes = [];
  for (const id of ["2", "1", "9"]) codes.push(await command("cancel", [lane, id]));
  expect(codes).toEqual([0, 1, 1]);
  expect(printed).toEqual([
    "Job 2 is taken out of lane chat:42 of inbound.",
    "Job 1 of lane chat:42 of inbound is in flight: it cannot be taken out.",
    "There is no job 9 in lane chat:42 of inbound.",
  ]);
});

it.each([
  ["show", [], {}, "Which lane of inbound?"],
  ["show", ["chat:42"], { limit: "many" }, "Expected a number such as 7, got `many`."],
  ["mend", ["chat:42"], {}, "show|pause|resume|cancel"],
])("explains a wrong %s", async (action, names, given, words) => {
  const { command } = await setUp();
  await expect(command(action, names, given)).rejects.toThrow(words);
});
