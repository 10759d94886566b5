import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { deadCommand } from "./dead-command.ts";

const hourMs = 3_600_000;

/** Three dead letters of `chat:1`, `chat:2` and `chat:3`, an hour apart, and what the command printed and asked. */
async function setUp({ answer = false, width = Infinity } = {}) {
  let now = Date.UTC(2026, 10, 27, 9, 30);
  const queue = inMemoryQueue({
    name: "inbound",
    schema: { parse: String },
    now: () => now,
  });
  for (const n of [1, 2, 3]) {
    await queue.push([{ id: `tg:9:${n}:7`, lane: `chat:${n}`, body: `secret ${n}` }]);
    const [job] = await queue.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
    await queue.bury([job?.receipt ?? ""], { reason: "attempts used up" });
    now += hourMs;
  }
  const printed: string[] = [];
  const asked: string[] = [];
  const dead = (action: string, numbers: readonly string[] = [], given = {}) =>
    deadCommand(action, numbers, given, {
      letters: queue,
      list: "inbound",
      print: (line) => void printed.push(line),
      confirm: async (question) => (asked.push(question), answer),
      width,
    });
  const left = async () => (await queue.deadLetters({ limit: 9 })).map(({ number }) => number);
  return { queue, dead, left, printed, asked };
}

it("lists page by page, without what people wrote", async () => {
  const { dead, printed } = await setUp();
  expect(await dead("list", [], { limit: "2" })).toBe(0);
  expect(printed.splice(0)).toEqual([
    [
      "number  buried            lane    attempts  id        reason",
      "1       2026-11-27 09:30  chat:1  1         tg:9:1:7  attempts used up",
      "2       2026-11-27 10:30  chat:2  1         tg:9:2:7  attempts used up",
    ].join("\n"),
    "More: --after 2",
  ]);
  await dead("list", [], { after: "2", json: true });
  expect(JSON.parse(printed.splice(0).join(""))).toMatchObject([{ number: 3, lane: "chat:3" }]);
  await dead("list", [], { after: "3" });
  expect(printed).toEqual(["There are no dead letters on inbound."]);
});

it("fits a list into the terminal", async () => {
  const { dead, printed } = await setUp({ width: 40 });
  await dead("list");
  const lines = printed[0]?.split("\n") ?? [];
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(/^.{39}…$/);
});

it("shows one, and what the person wrote only when it is asked for", async () => {
  const { dead, printed } = await setUp();
  expect(await dead("show", ["2"])).toBe(0);
  expect(printed.splice(0).join("\n")).toMatch(/^number +2\n[^]*buried +2026-11-27 10:30$/);
  await dead("show", ["2"], { json: true });
  expect(printed.splice(0).join("")).not.toContain("secret");
  await dead("show", ["2"], { body: true });
  expect(printed.splice(0).join("")).toMatch(/body +"secret 2"/);
  expect(await dead("show", ["7"])).toBe(1);
});

it("retries those that are named, or all", async () => {
  const { queue, dead, left, printed } = await setUp();
  expect(await dead("retry", ["2", "9"])).toBe(0);
  expect(printed).toEqual(["1 dead letter of inbound will be tried again."]);
  expect(await left()).toEqual([1, 3]);
  expect(await dead("retry", ["all"])).toBe(0);
  expect((await queue.stats()).depth).toBe(3);
  expect(await dead("retry", ["9"])).toBe(1);
});

it.each(["discard", "purge"])("%s drops nothing without a yes", async (action) => {
  const refused = await setUp();
  const given = { "older-than": "2h" };
  expect(await refused.dead(action, ["1", "2"], given)).toBe(1);
  expect(refused.asked).toEqual([expect.stringMatching(/^Drop .* of inbound .*for good\?$/)]);
  expect(await refused.left()).toEqual([1, 2, 3]);

  const agreed = await setUp({ answer: true });
  expect(await agreed.dead(action, ["1", "2"], given)).toBe(0);
  expect(await agreed.left()).toEqual([3]);

  const unasked = await setUp();
  expect(await unasked.dead(action, ["1", "2"], { ...given, yes: true })).toBe(0);
  expect([unasked.asked, await unasked.left()]).toEqual([[], [3]]);
});

it.each([
  ["list", [], { limit: "many" }, "Expected a number such as 7, got `many`."],
  ["show", [], {}, "Expected a number"],
  ["retry", ["1", "all"], {}, "got `all`"],
  ["purge", [], {}, "--older-than is wrong: expected 30m, 12h or 7d, got ``."],
  ["purge", [], { "older-than": "7 weeks" }, "got `7 weeks`"],
  ["mend", [], {}, "list|show|retry|discard|purge"],
])("explains a wrong %s", async (action, numbers, given, words) => {
  const { dead } = await setUp();
  await expect(dead(action, numbers, given)).rejects.toThrow(words);
});
