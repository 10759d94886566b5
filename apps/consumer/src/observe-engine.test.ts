import { type Workflow, Workflows } from "@tgmem/contracts";
import { EngineError } from "@tgmem/engine";
import { createOutages } from "@tgmem/service";
import { recordingLogger } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observeEngine } from "./observe-engine.ts";

const served = (...workflows: readonly Workflow[]) => new Set(workflows);
const away = new EngineError("unavailable", "The engine does not answer.");

function start() {
  const { logger, lines } = recordingLogger();
  let nowMs = 0;
  const outages = createOutages(logger, { now: () => nowMs });
  const checks = new Map<string, () => unknown>();
  const engine = observeEngine({
    outages,
    health: { check: (name, check) => void checks.set(name, check) },
  });
  return {
    engine,
    /** Says the same every second. */
    lasting: (say: () => void) => {
      for (let second = 0; second <= 10; second++, nowMs += 1_000) say();
    },
    unready: () => [...checks].flatMap(([name, check]) => (check() ? [] : [name])),
    said: () => lines.map((line) => JSON.parse(line)),
  };
}

it("is not ready, and says so once, while no worker waits for messages", () => {
  const { engine, lasting, unready, said } = start();
  engine.seen(served(Workflows.chat));
  expect(unready()).toEqual([]);
  lasting(() => engine.seen(served(Workflows.summarize)));
  expect(unready()).toEqual(["worker"]);
  engine.seen(served(Workflows.chat));
  expect(unready()).toEqual([]);
  expect(said()).toMatchObject([
    { level: 50, outage: "worker", remedy: expect.stringContaining("start a worker") },
    { level: 30, outage: "worker" },
  ]);
});

it("says once that the engine is away, with the variables to look at, and once that it is back", () => {
  const { engine, lasting, unready, said } = start();
  engine.seen(served(Workflows.chat));
  lasting(() => {
    engine.failed("inbound", away);
    engine.silent(away);
  });
  expect(unready()).toEqual(["engine"]);
  engine.seen(served(Workflows.chat));
  engine.started("inbound");
  expect(unready()).toEqual([]);
  expect(said()).toMatchObject([
    { level: 50, outage: "engine", remedy: expect.stringContaining("HATCHET_CLIENT_HOST_PORT") },
    { level: 30, outage: "engine" },
  ]);
});

it("does not take for well an engine that answers and starts nothing", () => {
  const { engine, lasting, unready, said } = start();
  lasting(() => {
    engine.seen(served(Workflows.chat));
    engine.failed("inbound", new EngineError("unauthenticated", "The engine refuses the token."));
  });
  expect(unready()).toEqual(["engine"]);
  expect(said()).toMatchObject([{ level: 50, remedy: "check HATCHET_CLIENT_TOKEN" }]);
});

it("is ready again when nothing is left of what could not be started", () => {
  const { engine, unready } = start();
  engine.seen(served(Workflows.chat));
  engine.failed("inbound", away);
  engine.idle("inbound");
  expect(unready()).toEqual([]);
});

it("knows a worker of an older release by what it does not do, also while none is there", () => {
  const { engine } = start();
  expect(engine.hasCommands()).toBe(true);
  // A worker that starts may be seen before its commands are.
  engine.seen(served(Workflows.chat));
  expect(engine.hasCommands()).toBe(true);
  engine.seen(served(Workflows.chat));
  expect(engine.hasCommands()).toBe(false);
  engine.seen(served());
  expect(engine.hasCommands()).toBe(false);
  engine.seen(served(Workflows.chat, Workflows.command));
  engine.seen(served());
  expect(engine.hasCommands()).toBe(true);
});
