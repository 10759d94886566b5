import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { refuse } from "./refusal.ts";

/** A request, decoded. */
export interface ReceivedRequest {
  readonly method: string;
  /** The decoded path without `v0`; a trailing slash is the same path. */
  readonly path: readonly string[];
  /** `a[]` and `a[0][b]` are lists. */
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  readonly authorization: string;
}

export async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const url = new URL(request.url ?? "/", "http://airtable");
  return {
    method: request.method ?? "GET",
    path: url.pathname.split("/").filter(Boolean).map(decodeURIComponent),
    query: decodeQuery(url.searchParams),
    body: parseBody(await text(request)),
    authorization: request.headers.authorization ?? "",
  };
}

function decodeQuery(parameters: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const [key, value] of parameters) {
    const [, name = key, index, sub] = /^(\w+)\[(\d*)\](?:\[(\w+)\])?$/.exec(key) ?? [];
    if (index === undefined) {
      query[name] = value;
      continue;
    }
    const known = query[name];
    const list: unknown[] = Array.isArray(known) ? known : [];
    query[name] = list;
    const at = index === "" ? list.length : Number(index);
    list[at] =
      sub === undefined ? value : { ...(isObject(list[at]) ? list[at] : {}), [sub]: value };
  }
  return query;
}

function parseBody(json: string): unknown {
  if (json === "") return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Thrown later, by the handler that wants it: authentication comes first.
    return refuse(400, "INVALID_REQUEST_BODY", "Could not parse request body");
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
