import { Workflows } from "@tgmem/contracts";
import { expect, it } from "vitest";
import { type EngineEvent, watchWorkers } from "./watch-workers.ts";

it("looks again and again, also after the engine did not answer, until the signal", async () => {
  const stop = new AbortController();
  const away = new Error("away");
  const answers = [new Set([Workflows.chat]), away, new Set<never>()];
  const events: EngineEvent[] = [];
  await watchWorkers(
    async () => {
      const answer = answers.shift();
      if (answers.length === 0) stop.abort();
      if (answer instanceof Error || !answer) throw answer ?? new Error("asked too often");
      return answer;
    },
    { onEvent: (event) => events.push(event), everyMs: 1, signal: stop.signal },
  );
  expect(events).toEqual([
    { type: "workers", served: new Set([Workflows.chat]) },
    { type: "no_answer", error: away },
    { type: "workers", served: new Set() },
  ]);
});
