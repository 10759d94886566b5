import { createOutages, createRepairs, measureLists } from "@tgmem/service";
import { listedMetrics, registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observe } from "./observe.ts";

const nothing = () => {};
const engine = { started: nothing, failed: nothing, idle: nothing };

it("registers exactly the metrics that docs/metrics.md lists", async () => {
  const registered = await registeredMetrics("consumer", (context) => {
    observe({
      ...context,
      health: { check: () => {} },
      outages: createOutages(context.logger),
      engine,
    });
    createRepairs(context);
    measureLists(context.metrics, []);
  });
  expect(registered).toEqual(await listedMetrics("consumer"));
});
