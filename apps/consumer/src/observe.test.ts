import { createOutages, createRepairs, measureLists } from "@tgmem/service";
import { listedMetrics, registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observe } from "./observe.ts";

it("registers exactly the metrics that docs/metrics.md lists", async () => {
  const registered = await registeredMetrics("consumer", (context) => {
    observe({ ...context, health: { check: () => {} }, outages: createOutages(context.logger) });
    createRepairs(context);
    measureLists(context.metrics, []);
  });
  expect(registered).toEqual(await listedMetrics("consumer"));
});
