import { type JobRef, lanesOf } from "@tgmem/contracts";
import { expect, it } from "vitest";
import { startByLane } from "./start-by-lane.ts";

const [chat, command] = lanesOf("42");
const refs = [
  { lane: chat, id: "1" },
  { lane: command, id: "2" },
];

function start(hasCommands: boolean) {
  const calls: (readonly [string, readonly JobRef[]])[] = [];
  const record = (name: string) => async (some: readonly JobRef[]) => {
    calls.push([name, some]);
    return { started: some.length, alive: 0 };
  };
  const run = startByLane({
    messages: record("messages"),
    commands: record("commands"),
    hasCommands: () => hasCommands,
  });
  return { run, calls };
}

it("starts commands in a workflow of their own, beside the messages", async () => {
  const { run, calls } = start(true);
  expect(await run(refs)).toEqual({ started: 2, alive: 0 });
  expect(calls).toEqual([
    ["commands", [refs[1]]],
    ["messages", [refs[0]]],
  ]);
});

it("makes no call for what there is none of", async () => {
  const { run, calls } = start(true);
  await run(refs.slice(1));
  await run(refs.slice(0, 1));
  expect(calls.map(([name]) => name)).toEqual(["commands", "messages"]);
});

it("gives commands to a worker of an older release as it knows them: with the messages", async () => {
  const { run, calls } = start(false);
  await run(refs);
  expect(calls).toEqual([["messages", refs]]);
});
