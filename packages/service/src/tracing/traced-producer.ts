import type { Tracing } from "./tracing.ts";

interface Push<Body, Options> {
  push(
    jobs: readonly { readonly id: string; readonly lane: string; readonly body: Body }[],
    options?: Options,
  ): Promise<readonly string[]>;
}

/** The same list, whose jobs take the trace of the step that pushes them along. */
export function tracedProducer<Body extends { readonly trace?: string | undefined }, Options>(
  producer: Push<Body, Options>,
  tracing: Pick<Tracing, "current">,
): Push<Body, Options> {
  return {
    push(jobs, options) {
      const current = tracing.current();
      if (current === undefined) return producer.push(jobs, options);
      return producer.push(
        jobs.map((job) => ({ ...job, body: { ...job.body, trace: current } })),
        options,
      );
    },
  };
}
