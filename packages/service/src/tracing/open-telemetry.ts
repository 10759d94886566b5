import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from "@opentelemetry/sdk-trace";
import { withDeadline } from "../deadline.ts";
import { samplerNamed, type SamplerOptions } from "./sampler.ts";
import type { Attributes, Span, Tracing } from "./tracing.ts";

export interface OpenTelemetryOptions extends SamplerOptions {
  /** The name of the process. */
  readonly app: string;
  /** Takes the spans. @default one that sends them to OTEL_EXPORTER_OTLP_ENDPOINT */
  readonly exporter?: SpanExporter;
}

const closeMs = 3_000;
const late = () => new Error("The spans were not taken in time.");

/** Records spans by OpenTelemetry, and sends them off in batches. There is one in a process: it sets what is global. */
export function openTelemetry({
  app,
  exporter = new OTLPTraceExporter(),
  ...sampling
}: OpenTelemetryOptions): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": `tgmem-${app}`,
      "service.namespace": "tgmem",
    }),
    sampler: samplerNamed(sampling),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const tracer = provider.getTracer("tgmem");
  return {
    span(name, { parent, attributes }, work) {
      const around = contextOf(parent);
      const span = tracer.startSpan(name, { attributes: plain(attributes) }, around);
      const step: Span = { set: (more) => void span.setAttributes(plain(more)) };
      return context.with(trace.setSpan(around, span), async () => {
        try {
          return await work(step);
        } catch (error) {
          span.setAttribute("error.type", codeOf(error));
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    past(name, { parent, attributes, beganAtMs }) {
      const startTime = Math.min(beganAtMs, Date.now());
      tracer
        .startSpan(name, { attributes: plain(attributes), startTime }, contextOf(parent))
        .end(Date.now());
    },
    current() {
      const carrier: Record<string, string> = {};
      propagation.inject(context.active(), carrier);
      return carrier["traceparent"];
    },
    async close() {
      await withDeadline(provider.shutdown(), { ms: closeMs, late }).catch(() => {});
    },
  };
}

const contextOf = (traceparent: string | undefined): Context =>
  traceparent === undefined ? context.active() : propagation.extract(ROOT_CONTEXT, { traceparent });

const plain = (attributes: Attributes = {}) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value] : value,
    ]),
  );

/** The code of an error, or its class: its message is nobody's business here. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
