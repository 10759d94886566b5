import { createOutages } from "@tgmem/service";
import { listedMetrics, registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { measureArchive } from "./measure-archive.ts";
import { observe } from "./observe.ts";

it("registers exactly the metrics that docs/metrics.md lists", async () => {
  const registered = await registeredMetrics("worker", (context) => {
    observe({ ...context, outages: createOutages(context.logger) });
    measureArchive(context.metrics, { callsPerMonth: 9, rate: { callsThisMonth: async () => 0 } });
  });
  expect(registered).toEqual(await listedMetrics("worker"));
});
