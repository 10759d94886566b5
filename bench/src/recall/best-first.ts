import type { Excerpt } from "@tgmem/memory";

/** Orders what a search gave as it was ranked: of two turns that are alike the newer one comes first. */
export const bestFirst = (found: readonly Excerpt[]): readonly Excerpt[] =>
  found.toReversed().toSorted((one, other) => other.score - one.score);
