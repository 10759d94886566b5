// Apart from the client that answers it: the client's own types must not get into the published ones.
export interface SafeRequest {
  readonly method?: string;
  /** The encoded path below the base, for instance `/Memory/listRecords`. */
  readonly path?: string;
  readonly qs?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface SafeAnswer {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}
