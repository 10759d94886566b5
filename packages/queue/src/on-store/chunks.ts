import { maxItems } from "../arguments.ts";

/** Splits a long list into what one round trip may hold. */
export function chunks<I>(items: readonly I[], size: number = maxItems): I[][] {
  const all: I[][] = [];
  for (let from = 0; from < items.length; from += size) all.push(items.slice(from, from + size));
  return all;
}
