/** Reads `Retry-After` (seconds or a date) and its finer form `retry-after-ms`. Milliseconds from `nowMs`. */
export function retryAfterMs(headers: Headers | undefined, nowMs: number): number | undefined {
  const fine = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (fine >= 0) return fine;
  const value = headers?.get("retry-after") ?? "";
  if (/^\s*\d+(\.\d+)?\s*$/u.test(value)) return Number.parseFloat(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
