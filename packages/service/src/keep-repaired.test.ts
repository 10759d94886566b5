import { expect, it } from "vitest";
import { createRepairs } from "./keep-repaired.ts";
import { createMetrics } from "./metrics.ts";
import { recordingLogger } from "./testing/recording-logger.ts";

const well = { mended: false, lanesFound: 0 };
const mended = { mended: true, lanesFound: 3 };

it("repairs at once and again, until the signal, and speaks only of what it mended, and once of what it could not", async () => {
  const { logger, lines } = recordingLogger();
  const metrics = createMetrics("test");
  const stop = new AbortController();
  const away = new Error("away");
  const answers = [well, mended, away, away, away, well, away, mended];
  await createRepairs({ logger, metrics })(
    {
      async repair() {
        const answer = answers.shift();
        if (answers.length === 0) stop.abort();
        if (answer instanceof Error || !answer) throw answer ?? new Error("asked too often");
        return answer;
      },
    },
    { list: "inbound", everyMs: 1, signal: stop.signal },
  );
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { list: "inbound", lanesFound: 3, msg: "the list had to be mended" },
    { list: "inbound", err: { message: "away" }, msg: "the list could not be repaired" },
    { list: "inbound", err: { message: "away" }, msg: "the list could not be repaired" },
    { list: "inbound", lanesFound: 3 },
  ]);
  expect(await metrics.text()).toContain('tgmem_test_repairs_total{list="inbound"} 2');
});

it("says nothing of a repair that its stop ended", async () => {
  const { logger, lines } = recordingLogger();
  const stop = new AbortController();
  await createRepairs({ logger, metrics: createMetrics("test") })(
    {
      repair: ({ signal }) => {
        stop.abort();
        return Promise.reject(signal.reason);
      },
    },
    { list: "inbound", signal: stop.signal },
  );
  expect(lines).toEqual([]);
});
