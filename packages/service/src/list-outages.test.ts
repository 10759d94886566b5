import { expect, it } from "vitest";
import { listFailed, listWorked } from "./list-outages.ts";
import { createOutages } from "./outages.ts";
import { recordingLogger } from "./testing/recording-logger.ts";

function start() {
  const { logger, lines } = recordingLogger();
  let nowMs = 0;
  const outages = createOutages(logger, { now: () => nowMs });
  return {
    outages,
    /** Says the same every second for half a minute. */
    lasting: (say: () => void) => {
      for (const end = nowMs + 30_000; nowMs < end; nowMs += 1_000) say();
    },
    said: () => lines.map((line) => JSON.parse(line)),
  };
}
const failure = (code: string, message: string, options?: ErrorOptions) =>
  Object.assign(new Error(message, options), { code });

it("says of each list by itself that it does not work, what to do, and that it works again", () => {
  const { outages, lasting, said } = start();
  const err = failure("options_differ", "Queue summaries is in use with `maxAttempts` 5, not 20.");
  lasting(() => {
    listFailed(outages, { list: "summaries", err });
    listWorked(outages, "inbound");
    outages.worked("redis");
  });
  expect(outages.current()).toMatchObject([{ kind: "summaries list" }]);
  listWorked(outages, "summaries");
  expect(outages.current()).toEqual([]);
  expect(said()).toMatchObject([
    { level: 50, msg: err.message, remedy: expect.stringContaining("alike") },
    { level: 30, outage: "summaries list" },
  ]);
});

it("tells a list that is full from a Redis that is", () => {
  const { outages, lasting, said } = start();
  const cause = new Error("OOM command not allowed when used memory > 'maxmemory'.");
  lasting(() => {
    listFailed(outages, { list: "inbound", err: failure("queue_full", "100000 wait.") });
    listFailed(outages, { list: "outbound", err: failure("queue_full", "Full.", { cause }) });
  });
  expect(said()).toMatchObject([
    { msg: "100000 wait.", remedy: expect.stringContaining("tgmem status") },
    { msg: "Redis is at its memory limit", remedy: expect.stringContaining("maxmemory") },
  ]);
});

it("says nothing of lists while Redis is away, which is said by itself", () => {
  const { outages, lasting, said } = start();
  const err = new Error("connect ECONNREFUSED");
  lasting(() => {
    outages.failed("redis", { what: "Redis does not answer", err });
    listFailed(outages, { list: "inbound", err });
  });
  expect(said()).toMatchObject([{ outage: "redis" }]);
  outages.worked("redis");
  listWorked(outages, "inbound");
  expect(said()).toMatchObject([{ outage: "redis" }, { outage: "redis", level: 30 }]);
});
