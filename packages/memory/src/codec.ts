import type { Turn } from "./memory.ts";

type Payload = Pick<Turn, "turnId" | "user" | "assistant">;

/** JSON, because it escapes lone surrogates; as plain UTF-8 they would come back as U+FFFD. */
export const encodeTurn = ({ turnId, user, assistant }: Payload): string =>
  JSON.stringify([turnId, user, assistant]);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Null = it is not the payload of a turn. */
export function decodeTurn(payload: string): Payload | null {
  const fields = parse(payload);
  if (!Array.isArray(fields)) return null;
  const [turnId, user, assistant]: unknown[] = fields;
  if (typeof turnId !== "string" || typeof user !== "string" || typeof assistant !== "string") {
    return null;
  }
  return { turnId, user, assistant };
}

export const encodeSummary = (summary: string): string => JSON.stringify(summary);

/** Null = there is none, or it cannot be read. */
export function decodeSummary(stored: string): string | null {
  const summary = stored === "" ? undefined : parse(stored);
  return typeof summary === "string" ? summary : null;
}
