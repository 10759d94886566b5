// oxlint-disable eslint/no-underscore-dangle -- they are the published names of the client
import Airtable from "airtable";
import { AirtableError } from "../errors.ts";
import { endBy } from "./end-by.ts";
import { failureOf, isObject, retryAfterMs } from "./failures.ts";
import { encodeQuery } from "./query.ts";
import type { SafeAnswer, SafeRequest } from "./request.ts";

type RunAction = InstanceType<typeof Airtable.Base>["runAction"];

/**
 * The `airtable` client with one fetch transport under both of its request paths. Its own transport retries a 429 for
 * ever, lets a stalled body hang, and kills the process on a 200 that is not JSON. Here every call settles in time, and
 * every failure is an AirtableError; that holds for the Table methods too.
 */
export class SafeBase extends Airtable.Base {
  readonly #shutdown: AbortSignal | undefined;

  constructor(airtable: Airtable, baseId: string, shutdown?: AbortSignal) {
    super(airtable, baseId);
    this.#shutdown = shutdown;
  }

  /** Resolves with a JSON object. @throws AirtableError for everything else */
  override async makeRequest(request: SafeRequest = {}): Promise<SafeAnswer> {
    const { path = "/", qs = {}, headers = {}, body, signal } = request;
    const method = (request.method ?? "GET").toUpperCase();
    const hasBody = body !== undefined && body !== null && method !== "GET" && method !== "DELETE";
    const call = `${method} ${path}`;
    const { _endpointUrl, _apiVersionMajor, _requestTimeout } = this._airtable;
    const url = `${_endpointUrl}/v${_apiVersionMajor}/${this._id}${path.replace(/\/$/, "")}${encodeQuery(qs)}`;
    const ends = endBy(
      _requestTimeout,
      [this.#shutdown, signal].filter((s) => s !== undefined),
    );
    let response: Response | undefined;
    let text: string;
    try {
      response = await fetch(url, {
        method,
        headers: this._getRequestHeaders(headers),
        ...(hasBody ? { body: JSON.stringify(body) } : {}),
        signal: ends.signal,
      });
      // Still under the signal: a body that stalls ends at the timeout and frees its socket.
      text = await response.text();
    } catch (error) {
      throw interrupted(call, ends.why(), _requestTimeout, error, response?.status);
    } finally {
      ends.release();
    }
    const parsed = parseJson(text);
    if (!response.ok) {
      throw failureOf(
        call,
        response.status,
        parsed,
        retryAfterMs(response.headers.get("retry-after"), Date.now()),
      );
    }
    if (!isObject(parsed)) throw malformed(call, response.status, "not a JSON object");
    return { statusCode: response.status, headers: response.headers, body: parsed };
  }

  override runAction(...[method, path, query, body, callback]: Parameters<RunAction>): void {
    const done = (...results: unknown[]): unknown => Reflect.apply(callback, undefined, results);
    const list = wantsList(method, path, query, body);
    this.makeRequest({ method, path, qs: query, body })
      .then((answer) => {
        // The stock client reads these without looking, and a throw in there would never reach the caller.
        const fits = list
          ? Array.isArray(answer.body["records"])
          : typeof answer.body["id"] === "string";
        if (!fits)
          throw malformed(
            `${method.toUpperCase()} ${path}`,
            answer.statusCode,
            "neither records nor a record",
          );
        done(null, answer, answer.body);
      })
      .catch((error: unknown) => done(error));
  }
}

function wantsList(method: string, path: string, query: unknown, body: unknown): boolean {
  if (path.endsWith("/listRecords")) return true;
  if (isObject(body) && Array.isArray(body["records"])) return true;
  if (isObject(query) && "records" in query) return true;
  return method.toLowerCase() === "get" && path.split("/").filter(Boolean).length === 1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const malformed = (call: string, status: number, what: string) =>
  new AirtableError(
    "malformed_answer",
    `${call} was answered ${status} with ${what}: a proxy may stand in the way.`,
    { status },
  );

function interrupted(
  call: string,
  why: "timeout" | "aborted" | undefined,
  timeoutMs: number,
  error: unknown,
  status: number | undefined,
): AirtableError {
  if (why === "aborted") return new AirtableError("aborted", `${call} was aborted.`, { status });
  if (why === "timeout") {
    return new AirtableError(
      "timeout",
      `${call} gave no whole answer within ${timeoutMs} ms: try again, or raise requestTimeoutMs.`,
      { status },
    );
  }
  // Only a system error is kept: fetch's own messages quote headers, and with them the token.
  const cause = error instanceof Error && isSystemError(error.cause) ? error.cause : undefined;
  return new AirtableError(
    "unavailable",
    `${call} did not reach Airtable (${cause?.code ?? "network failure"}): try again later.`,
    { status, cause },
  );
}

const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string";
