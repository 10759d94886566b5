import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import {
  type DeadDeps,
  dropLetters,
  listLetters,
  purgeLetters,
  replayLetters,
  showLetter,
} from "./dead-letters.ts";

const hourMs = 3_600_000;
const all = { after: 0, limit: 20 };

/** Three dead letters of `chat:1`, `chat:2` and `chat:3`, an hour apart, and what was printed and asked. */
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
  const deps: DeadDeps = {
    letters: queue,
    list: "inbound",
    json: false,
    print: (line) => void printed.push(line),
    confirm: async (question) => (asked.push(question), answer),
    width,
  };
  const left = async () => (await queue.deadLetters({ limit: 9 })).map(({ number }) => number);
  return { queue, deps, inJson: { ...deps, json: true }, left, printed, asked };
}

it("lists page by page, without what people wrote", async () => {
  const { deps, inJson, printed } = await setUp();
  expect(await listLetters({ after: 0, limit: 2 }, deps)).toBe(0);
  expect(printed.splice(0)).toEqual([
    [
      "no.  buried            lane    tries  reason            id",
      "1    2026-11-27 09:30  chat:1  1      attempts used up  tg:9:1:7",
      "2    2026-11-27 10:30  chat:2  1      attempts used up  tg:9:2:7",
    ].join("\n"),
    "More: --after 2",
  ]);
  await listLetters({ after: 2, limit: 20 }, inJson);
  expect(JSON.parse(printed.splice(0).join(""))).toMatchObject([{ number: 3, lane: "chat:3" }]);
  await listLetters({ after: 3, limit: 20 }, deps);
  expect(printed).toEqual(["There are no dead letters on inbound."]);
});

it("fits a list into the terminal", async () => {
  const { deps, printed } = await setUp({ width: 40 });
  await listLetters(all, deps);
  const lines = printed[0]?.split("\n") ?? [];
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(/^.{39}…$/);
});

it("shows one, and what the person wrote only when it is asked for", async () => {
  const { deps, inJson, printed } = await setUp();
  expect(await showLetter(2, { body: false }, deps)).toBe(0);
  expect(printed.splice(0).join("\n")).toMatch(/^number +2\n[^]*buried +2026-11-27 10:30$/);
  await showLetter(2, { body: false }, inJson);
  expect(printed.splice(0).join("")).not.toContain("secret");
  await showLetter(2, { body: true }, deps);
  expect(printed.splice(0).join("")).toMatch(/body +"secret 2"/);
  await expect(showLetter(7, { body: false }, deps)).rejects.toThrow(
    "There is no dead letter 7 on inbound",
  );
});

it("replays those that are named, or all", async () => {
  const { queue, deps, inJson, left, printed } = await setUp();
  expect(await replayLetters([2, 9], deps)).toBe(0);
  expect(printed.splice(0)).toEqual(["1 dead letter of inbound will be tried again."]);
  expect(await left()).toEqual([1, 3]);
  expect(await replayLetters("all", inJson)).toBe(0);
  expect(printed).toEqual(['{"replayed":2}']);
  expect((await queue.stats()).depth).toBe(3);
  expect(await replayLetters([9], deps)).toBe(1);
});

it.each([
  ["drop", (deps: DeadDeps) => dropLetters([1, 2], deps)],
  ["purge", (deps: DeadDeps) => purgeLetters({ olderThanMs: 2 * hourMs }, deps)],
])("a %s drops nothing without a yes", async (_, drop) => {
  const refused = await setUp();
  expect(await drop(refused.deps)).toBe(1);
  expect(refused.asked).toEqual([expect.stringMatching(/^Drop .* of inbound .*for good\?$/)]);
  expect(await refused.left()).toEqual([1, 2, 3]);

  const agreed = await setUp({ answer: true });
  expect(await drop(agreed.deps)).toBe(0);
  expect(await agreed.left()).toEqual([3]);
});
