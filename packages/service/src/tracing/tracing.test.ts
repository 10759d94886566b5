import { InMemorySpanExporter } from "@opentelemetry/sdk-trace";
import { expect, it } from "vitest";
import { processVariables } from "../variables/process.ts";
import { z } from "zod";
import { createTracing } from "./create-tracing.ts";
import { noTracing } from "./tracing.ts";
import { tracedProducer } from "./traced-producer.ts";

const env = z.object(processVariables("worker"));

it("records nothing unless it is told where to", async () => {
  expect(await createTracing("test", env.parse({}))).toBe(noTracing);
});

it("does the work all the same when nothing is recorded", async () => {
  expect(await noTracing.span("step", {}, async () => 7)).toBe(7);
  expect(noTracing.current()).toBeUndefined();
});

it("goes on with the trace of another process, and tells the code of an error and not its words", async () => {
  const { openTelemetry } = await import("./open-telemetry.ts");
  const exporter = new InMemorySpanExporter();
  exporter.shutdown = async () => {};
  const tracing = openTelemetry({
    app: "test",
    sampler: "parentbased_always_on",
    ratio: 1,
    exporter,
  });
  const parent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
  const failure = Object.assign(new Error("secret words"), { code: "timeout" });
  const pushed: unknown[] = [];
  const inner = { push: async (jobs: readonly unknown[]) => (pushed.push(...jobs), []) };
  const failed = tracing.span("run", { parent }, async () => {
    await tracedProducer<{ trace?: string }, undefined>(inner, tracing).push([
      { id: "1", lane: "a", body: {} },
    ]);
    return tracing.span("model", {}, () => Promise.reject(failure));
  });
  await expect(failed).rejects.toBe(failure);
  const unrecorded = `00-${"c".repeat(32)}-${"d".repeat(16)}-00`;
  await tracing.span("run", { parent: unrecorded }, async () => {});
  await tracing.close();

  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name }) => name)).toEqual(["model", "run"]);
  const [model, run] = spans;
  expect(run?.spanContext().traceId).toBe("a".repeat(32));
  expect(run?.parentSpanContext?.spanId).toBe("b".repeat(16));
  expect(model?.parentSpanContext?.spanId).toBe(run?.spanContext().spanId);
  expect(model?.attributes).toEqual({ "error.type": "timeout" });
  expect(JSON.stringify(spans.map(({ status, events }) => [status, events]))).not.toContain(
    "secret",
  );
  const trace = `00-${"a".repeat(32)}-${run?.spanContext().spanId}-01`;
  expect(pushed).toEqual([{ id: "1", lane: "a", body: { trace } }]);
});
