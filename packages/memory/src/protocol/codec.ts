import type { TurnPart } from "../memory.ts";
import type { TurnContent } from "../store.ts";

/**
 * Writes a turn as JSON, because it escapes lone surrogates, which as plain UTF-8 would come back as U+FFFD. The same
 * content is always the same text, so that stores can compare it.
 */
export function encodeTurn({ turnId, user, assistant, parts, edit }: TurnContent): string {
  const pairs = parts?.map(({ id, text }) => [id, text]) ?? null;
  if (edit !== undefined) return JSON.stringify([turnId, user, assistant, pairs, edit]);
  return JSON.stringify([turnId, user, assistant, ...(pairs ? [pairs] : [])]);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Reads the parts of a turn; null when they are none. */
function decodeParts(pairs: unknown): readonly TurnPart[] | null {
  if (!Array.isArray(pairs)) return null;
  const parts: TurnPart[] = [];
  for (const pair of pairs) {
    const [id, text]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof id !== "string" || typeof text !== "string") return null;
    parts.push({ id, text });
  }
  return parts;
}

/** Reads what `encodeTurn` wrote; null when it is not the payload of a turn. */
export function decodeTurn(payload: string): TurnContent | null {
  const fields = parse(payload);
  if (!Array.isArray(fields)) return null;
  const [turnId, user, assistant, pairs = null, edit]: unknown[] = fields;
  if (typeof turnId !== "string" || typeof user !== "string" || typeof assistant !== "string") {
    return null;
  }
  const parts = decodeParts(pairs);
  if (pairs !== null && !parts) return null;
  return {
    turnId,
    user,
    assistant,
    ...(parts && { parts }),
    ...(typeof edit === "string" && { edit }),
  };
}

export const encodeSummary = (summary: string): string => JSON.stringify(summary);

/** Reads what `encodeSummary` wrote; null when there is none, or it cannot be read. */
export function decodeSummary(stored: string): string | null {
  const summary = stored === "" ? undefined : parse(stored);
  return typeof summary === "string" ? summary : null;
}
