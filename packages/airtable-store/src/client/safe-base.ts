// oxlint-disable eslint/no-underscore-dangle -- they are the published names of the client
import Airtable from "airtable";
import { withDeadline } from "../deadline.ts";
import { AirtableError } from "../errors.ts";
import { failureOf, isObject, retryAfterMs } from "./failures.ts";
import { encodeQuery } from "./query.ts";
import type { SafeAnswer, SafeRequest } from "./request.ts";

interface Exchange {
  readonly response: Response;
  readonly text: string;
}
type RunAction = InstanceType<typeof Airtable.Base>["runAction"];

/**
 * The `airtable` client with one fetch transport under both of its request paths. Its own transport retries a 429 for
 * ever, lets a stalled body hang, and kills the process on a 200 that is not JSON. Here every call settles in time, and
 * every failure is an AirtableError; that holds for the Table methods too.
 */
export class SafeBase extends Airtable.Base {
  readonly #signal: AbortSignal | undefined;

  /** The signal ends every call, those of the Table methods too, which take none. */
  constructor(
    airtable: Airtable,
    baseId: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ) {
    super(airtable, baseId);
    this.#signal = signal;
  }

  /** Resolves with a JSON object. @throws AirtableError for everything else */
  override async makeRequest(request: SafeRequest = {}): Promise<SafeAnswer> {
    const call = `${methodOf(request)} ${request.path ?? "/"}`;
    const { response, text } = await this.#exchange(call, request);
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

  /** Sends the request and reads the whole answer, within the client's timeout. */
  async #exchange(call: string, request: SafeRequest): Promise<Exchange> {
    const ms = this._airtable._requestTimeout;
    const signals = [this.#signal, request.signal];
    const isAborted = () => signals.some((signal) => signal?.aborted);
    if (isAborted()) throw aborted(call, undefined);
    let status: number | undefined;
    const late = () =>
      new AirtableError(
        "timeout",
        `${call} gave no whole answer within ${ms} ms: try again, or raise requestTimeoutMs.`,
        { status },
      );
    const own = new AbortController();
    const exchange = async (): Promise<Exchange> => {
      const response = await this.#fetch(request, { signal: own.signal });
      ({ status } = response);
      return { response, text: await response.text() };
    };
    try {
      return await withDeadline(exchange(), { ms, late, signals });
    } catch (error) {
      if (error instanceof AirtableError) throw error;
      throw isAborted() ? aborted(call, status) : unreachable(call, status, error);
    } finally {
      // A request that nobody waits for any more frees its socket, also while its body stalls.
      own.abort();
    }
  }

  #fetch(request: SafeRequest, { signal }: { readonly signal: AbortSignal }): Promise<Response> {
    const { path = "/", qs = {}, headers = {}, body } = request;
    const { _endpointUrl, _apiVersionMajor } = this._airtable;
    const base = `${_endpointUrl}/v${_apiVersionMajor}/${this._id}`;
    const method = methodOf(request);
    const hasBody = body !== undefined && body !== null && method !== "GET" && method !== "DELETE";
    return fetch(`${base}${path.replace(/\/$/, "")}${encodeQuery(qs)}`, {
      method,
      headers: this._getRequestHeaders(headers),
      ...(hasBody && { body: JSON.stringify(body) }),
      signal,
    });
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

export interface ConnectOptions {
  readonly token: string;
  readonly endpointUrl: string;
  /** How long one request may take with its body, in ms. */
  readonly requestTimeoutMs: number;
  /** Ends every call. */
  readonly signal: AbortSignal;
}

/** Makes the client of one account; what it returns gives its bases by their ids, `meta` among them. */
export function connect({ token, endpointUrl, requestTimeoutMs, signal }: ConnectOptions) {
  const client = new Airtable({
    apiKey: token,
    endpointUrl,
    requestTimeout: requestTimeoutMs,
    noRetryIfRateLimited: true,
  });
  return (baseId: string) => new SafeBase(client, baseId, { signal });
}

const methodOf = ({ method = "GET" }: SafeRequest) => method.toUpperCase();

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

const aborted = (call: string, status: number | undefined) =>
  new AirtableError("aborted", `${call} was aborted.`, { status });

function unreachable(call: string, status: number | undefined, error: unknown): AirtableError {
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
