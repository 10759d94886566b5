import { MemoryError } from "../errors.ts";
import { parseJson } from "../protocol/parse-json.ts";
import type { RecallTurn } from "./recall-index.ts";

/** Writes what was said as JSON, because it escapes lone surrogates, which as plain UTF-8 would come back as U+FFFD. */
export const encodeBody = ({ atMs, user, assistant, speaker }: RecallTurn): string =>
  JSON.stringify([atMs, user, assistant, ...(speaker ? [speaker.id, speaker.name] : [])]);

/** Reads what `encodeBody` wrote. Throws `store_unavailable` for anything else. */
export function decodeBody(turnId: string, body: string): RecallTurn {
  const value = parseJson(body);
  const [atMs, user, assistant, id, name]: unknown[] = Array.isArray(value) ? value : [];
  if (typeof atMs !== "number" || typeof user !== "string" || typeof assistant !== "string")
    throw new MemoryError("store_unavailable", "A stored turn of the recall index is none.", {
      retryable: false,
    });
  const isNamed = typeof id === "string" && typeof name === "string";
  return { turnId, atMs, user, assistant, ...(isNamed && { speaker: { id, name } }) };
}
