import { createOutages } from "@tgmem/service";
import { recordingLogger } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { untilEngineAnswers, watchEngine } from "./watch-engine.ts";

function start() {
  const { logger, lines } = recordingLogger();
  let nowMs = 0;
  const stop = new AbortController();
  const outages = createOutages(logger, { now: () => (nowMs += 6_000) });
  return {
    options: { outages, everyMs: 1, signal: stop.signal },
    stop: () => stop.abort(new Error("stopped")),
    said: () => lines.map((line) => JSON.parse(line)),
  };
}

it("waits for an engine that is away, and says so once", async () => {
  const { options, said } = start();
  let asked = 0;
  await untilEngineAnswers(async () => {
    if (++asked < 6) throw new Error("away");
  }, options);
  expect(asked).toBe(6);
  expect(said()).toMatchObject([
    { level: 50, outage: "engine", remedy: expect.stringContaining("HATCHET_CLIENT_HOST_PORT") },
    { level: 30, outage: "engine" },
  ]);
});

it("gives up waiting at the signal", async () => {
  const { options, stop } = start();
  const waiting = untilEngineAnswers(async () => {
    stop();
    throw new Error("away");
  }, options);
  await expect(waiting).rejects.toThrow("stopped");
});

it("says once that the engine hears it no more, and once that it does again", async () => {
  const { options, stop, said } = start();
  const heard = [true, false, false, false, true];
  await watchEngine(() => {
    const isHeard = heard.shift() ?? true;
    if (heard.length === 0) stop();
    return isHeard;
  }, options);
  expect(said()).toMatchObject([
    { level: 50, outage: "engine" },
    { level: 30, outage: "engine" },
  ]);
});
