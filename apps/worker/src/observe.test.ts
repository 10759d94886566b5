import { AirtableError } from "@tgmem/airtable-store";
import { createOutages } from "@tgmem/service";
import { listedMetrics, recordingLogger, registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observe } from "./observe.ts";
import { sharedRate } from "./shared-rate.ts";

it("registers exactly the metrics that docs/metrics.md lists", async () => {
  const registered = await registeredMetrics("worker", (context) => {
    observe({ ...context, outages: createOutages(context.logger) });
    const base = { AIRTABLE_PAT: "pat", AIRTABLE_BASE_ID: "app1" };
    const limits = { AIRTABLE_RATE: 4, AIRTABLE_CALLS_PER_MONTH: 9 };
    const redis = { eval: async () => [], evalsha: async () => [] };
    sharedRate({ ...base, ...limits }, { redis, metrics: context.metrics });
  });
  expect(registered).toEqual(await listedMetrics("worker"));
});

it("says of a table that it cannot serve, with the command that mends it, and not that it could not be looked at", async () => {
  const { logger, lines } = recordingLogger();
  await registeredMetrics("worker", ({ metrics }) => {
    const { schema } = observe({ logger, metrics, outages: createOutages(logger) });
    schema(new AirtableError("unavailable", "Redis gave no turn."));
    schema(new AirtableError("invalid_schema", "Correct it, or let ensureSchema() make it."));
  });
  expect(lines.map((line) => JSON.parse(line)).filter(({ level }) => level > 20)).toMatchObject([
    { level: 50, reason: expect.stringContaining("pnpm tgmem airtable create") },
  ]);
});
