import { expect, it } from "vitest";
import { createOutages, type OutageEvent, outageWords } from "./outages.ts";
import { recordingLogger } from "./testing/index.ts";

function start() {
  const { logger, lines } = recordingLogger();
  let nowMs = 0;
  return {
    outages: createOutages(logger, { now: () => nowMs }),
    later: (ms: number) => void (nowMs += ms),
    said: () => lines.map((line) => JSON.parse(line)),
  };
}

it("says once at error level that an outage began, with what to do, and once that it is over", () => {
  const { outages, later, said } = start();
  for (let second = 0; second < 60; second++) {
    outages.failed("redis", { what: "Redis is full", remedy: "raise maxmemory" });
    later(1_000);
  }
  outages.worked("redis");
  outages.worked("redis");
  expect(said()).toMatchObject([
    { level: 50, outage: "redis", msg: "Redis is full", remedy: "raise maxmemory" },
    { level: 30, outage: "redis", msg: "over: Redis is full", lastedMs: 60_000 },
  ]);
});

it("says nothing of trouble that passes, however often it comes", () => {
  const { outages, later, said } = start();
  for (let time = 0; time < 10; time++) {
    outages.failed("model", { what: "the model is away" });
    later(9_000);
    outages.worked("model");
    later(9_000);
  }
  expect(said()).toEqual([]);
  expect(outages.current()).toEqual([]);
});

it("says at once what waiting does not help against", () => {
  const { outages, said } = start();
  outages.failed("model", { what: "the key is wrong", afterMs: 0 });
  expect(said()).toMatchObject([{ level: 50, msg: "the key is wrong" }]);
  expect(outages.current()).toMatchObject([
    { kind: "model", what: "the key is wrong", sinceMs: 0 },
  ]);
});

it("tells whoever listens of the beginning and the end, until they listen no more", () => {
  const { outages, later } = start();
  const heard: OutageEvent[] = [];
  const end = outages.listen((event) => heard.push(event));
  outages.failed("engine", { what: "away", afterMs: 0 });
  later(5_000);
  outages.worked("engine");
  end();
  outages.failed("engine", { what: "away", afterMs: 0 });
  expect(heard).toMatchObject([
    { type: "began", outage: { kind: "engine", sinceMs: 0 } },
    { type: "over", outage: { kind: "engine" }, lastedMs: 5_000 },
  ]);
});

it("says what is wrong and what to do in one sentence", () => {
  expect(outageWords({ what: "the model does not answer", remedy: "look at KEY" })).toBe(
    "The model does not answer: look at KEY.",
  );
  expect(outageWords({ what: "The key is refused.", remedy: "check KEY" })).toBe(
    "The key is refused: check KEY.",
  );
  expect(outageWords({ what: "away" })).toBe("Away.");
});
