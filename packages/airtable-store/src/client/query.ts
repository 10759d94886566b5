import { isObject } from "./failures.ts";

/** Encodes parameters as the stock client does: `key[]`, `key[i][sub]`. */
export function encodeQuery(parameters: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) append(query, key, value);
  return query.size > 0 ? `?${query.toString()}` : "";
}

function append(query: URLSearchParams, key: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, i) => append(query, isObject(item) ? `${key}[${i}]` : `${key}[]`, item));
  } else if (isObject(value)) {
    for (const [sub, item] of Object.entries(value)) append(query, `${key}[${sub}]`, item);
  } else query.append(key, typeof value === "string" ? value : JSON.stringify(value));
}
