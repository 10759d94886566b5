import { createOutages } from "@tgmem/service";
import { listedMetrics, registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observe } from "./observe.ts";

it("registers exactly the metrics that docs/metrics.md lists", async () => {
  const registered = await registeredMetrics("receiver", (context) =>
    observe({ ...context, outages: createOutages(context.logger) }),
  );
  expect(registered).toEqual(await listedMetrics("receiver"));
});
