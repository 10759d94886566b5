import { AirtableError, type AirtableErrorCode } from "../errors.ts";

/** Reads what went wrong from any of Airtable's three error bodies. */
function readFailure(body: unknown): { type?: string; message: string } {
  const { error, errors } = (isObject(body) ? body : {}) as { error?: unknown; errors?: unknown };
  const first: unknown = Array.isArray(errors) ? errors[0] : error;
  if (typeof first === "string") return { type: first, message: "" };
  if (!isObject(first)) return { message: "" };
  const type = first["type"] ?? first["error"];
  const message = typeof first["message"] === "string" ? first["message"] : "";
  return typeof type === "string" ? { type, message } : { message };
}

/** Makes the error for an answer that is not 2xx. Airtable's message is read but never repeated: it may quote a cell. */
export function failureOf(
  call: string,
  status: number,
  body: unknown,
  pauseMs: number | undefined,
): AirtableError {
  const { type, message } = readFailure(body);
  const code = codeOf(status, type, message);
  // Of the message only the name of a column is taken.
  const column = code === "unknown_field" ? /"(\w{1,50})"/.exec(message)?.[1] : undefined;
  const what = `${call} was answered ${status}${type ? ` ${type}` : ""}${column ? ` (${column})` : ""}`;
  return new AirtableError(code, `${what}: ${advice[code] ?? "see the status"}.`, {
    status,
    type,
    retryAfterMs: pauseMs,
  });
}

function codeOf(status: number, type: string | undefined, message: string): AirtableErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 413) return "too_large";
  if (status === 429)
    return type === "PUBLIC_API_BILLING_LIMIT_EXCEEDED" ? "quota_exhausted" : "rate_limited";
  if (status >= 500 || status === 408) return "unavailable";
  if (type === "ROW_DOES_NOT_EXIST") return "not_found";
  if (type === "UNKNOWN_FIELD_NAME") return "unknown_field";
  if (message.startsWith("Cannot update more than one record")) return "ambiguous_key";
  return "invalid_request";
}

const advice: Partial<Record<AirtableErrorCode, string>> = {
  unauthorized: "check the token",
  forbidden:
    "check the base id and the table, that the token has the scopes data.records:read and data.records:write, and that it may use this base",
  not_found: "the record or the path is gone",
  too_large: "send less",
  quota_exhausted: "the calls of this month are used up; raise the plan or wait for the next month",
  rate_limited: "wait 30 seconds; if it happens often, lower `rate`",
  unavailable: "try again later",
  unknown_field: "the table lacks a column; run checkSchema() to hear which",
  ambiguous_key: "several rows carry the same TelegramID",
  invalid_request: "the table may have other column types than expected; run checkSchema()",
};

/** Reads `Retry-After`, which is seconds or a date, as ms from `now`. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
