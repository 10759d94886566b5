/** What a span tells besides its times: ids, counts and codes, never a text. */
export type Attributes = Readonly<Record<string, string | number | readonly string[]>>;

/** How a span begins. */
interface SpanOptions {
  /** The step before it, as a W3C traceparent; undefined = the span around the call, or none. */
  readonly parent?: string | undefined;
  readonly attributes?: Attributes;
}

/** A step that goes on. */
export interface Span {
  /** Tells more of it. */
  set(attributes: Attributes): void;
}

/** Records the way of a message through the processes. It never fails and never makes anybody wait. */
export interface Tracing {
  /** Does work as a step: spans that begin within are its children. Of an error it tells the code alone. */
  span<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>;
  /** Records a step that began at `beganAtMs`, in ms since 1970, and is over now. */
  past(name: string, options: SpanOptions & { readonly beganAtMs: number }): void;
  /** Names the step around the call as a W3C traceparent, for the next process. */
  current(): string | undefined;
  /** Hands over what is recorded; resolves within 3 s. */
  close(): Promise<void>;
}

const noSpan: Span = { set() {} };

/** Records nothing. */
export const noTracing: Tracing = {
  span: (_name, _options, work) => work(noSpan),
  past() {},
  current: () => undefined,
  async close() {},
};
