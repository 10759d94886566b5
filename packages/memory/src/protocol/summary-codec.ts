import type { MemoryState } from "../store.ts";
import { isNewerThan, parseJson } from "./parse-json.ts";

/** The first version is the text alone, as JSON. A later one is an object that says its version. */
const version = 1;

/** Writes a summary as JSON, because it escapes lone surrogates, which as plain UTF-8 would come back as U+FFFD. */
export const encodeSummary = (summary: string): string => JSON.stringify(summary);

/** Says what stands where a summary belongs. Nothing stored, or null, is none. */
export function decodeSummary(
  stored: string | null,
): Pick<MemoryState, "summary" | "unreadableSummary" | "newerSummary"> {
  if (stored === null || stored === "") return { summary: null };
  const value = parseJson(stored);
  if (typeof value === "string") return { summary: value };
  return isNewerThan(version, value)
    ? { summary: null, newerSummary: true }
    : { summary: null, unreadableSummary: true };
}
