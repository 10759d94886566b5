import { listedMetrics, registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observe } from "./observe.ts";

it("registers exactly the metrics that docs/metrics.md lists", async () => {
  const registered = await registeredMetrics("worker", (context) => observe(context));
  expect(registered).toEqual(await listedMetrics("worker"));
});
