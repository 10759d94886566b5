import type { Speaker, TurnPart } from "../turn.ts";
import type { TurnContent } from "../store.ts";
import { isNewerThan, parseJson } from "./parse-json.ts";

/** The first version is a list of texts. The second one is an object, and says its version. */
const version = 2;

/**
 * Writes a turn as JSON, because it escapes lone surrogates, which as plain UTF-8 would come back as U+FFFD. The same
 * content is always the same text, so that stores can compare it; for that, and for programs that are older, a turn is
 * written in the oldest version that can hold it.
 */
export function encodeTurn(turn: TurnContent): string {
  const { turnId, user, assistant, parts, edit, speaker, began, cut, undone } = turn;
  const pairs = parts?.map(({ id, text }) => [id, text]) ?? null;
  if (speaker || began || cut || undone) {
    return JSON.stringify({
      v: version,
      turnId,
      user,
      assistant,
      ...(pairs && { parts: pairs }),
      edit,
      ...(speaker && { speaker: [speaker.id, speaker.name] }),
      ...(began && { began: [began.atMs, began.after] }),
      cut,
      undone,
    });
  }
  if (edit !== undefined) return JSON.stringify([turnId, user, assistant, pairs, edit]);
  return JSON.stringify([turnId, user, assistant, ...(pairs ? [pairs] : [])]);
}

/** Reads what `encodeTurn` wrote, now or in an older version; null when it is not the payload of a turn. */
export function decodeTurn(payload: string): TurnContent | "newer" | null {
  const value = parseJson(payload);
  if (isNewerThan(version, value)) return "newer";
  if (!Array.isArray(value)) return isObject(value) ? decodeFields(value) : null;
  const [turnId, user, assistant, parts, edit]: unknown[] = value;
  return decodeFields({ turnId, user, assistant, parts: parts ?? undefined, edit });
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function decodeFields(fields: Readonly<Record<string, unknown>>): TurnContent | null {
  const { turnId, user, assistant, edit } = fields;
  if (typeof turnId !== "string" || typeof user !== "string" || typeof assistant !== "string") {
    return null;
  }
  const parts = decodeParts(fields["parts"]);
  const speaker = decodeSpeaker(fields["speaker"]);
  const began = decodeBegan(fields["began"]);
  // Half a turn would be amended, and the rest of it lost.
  if (parts === null || speaker === null || began === null) return null;
  // Ten of these are made for each message: spread, what is mostly not there would take as long as parsing.
  const content: Writable<TurnContent> = { turnId, user, assistant };
  if (parts) content.parts = parts;
  if (typeof edit === "string") content.edit = edit;
  if (speaker) content.speaker = speaker;
  if (began) content.began = began;
  if (fields["cut"] === true) content.cut = true;
  if (fields["undone"] === true) content.undone = true;
  return content;
}

function decodeParts(pairs: unknown): readonly TurnPart[] | undefined | null {
  if (pairs === undefined) return undefined;
  if (!Array.isArray(pairs)) return null;
  const parts: TurnPart[] = [];
  for (const pair of pairs) {
    const [id, text]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof id !== "string" || typeof text !== "string") return null;
    parts.push({ id, text });
  }
  return parts;
}

function decodeSpeaker(pair: unknown): Speaker | undefined | null {
  if (pair === undefined) return undefined;
  const [id, name]: unknown[] = Array.isArray(pair) ? pair : [];
  return typeof id === "string" && typeof name === "string" ? { id, name } : null;
}

function decodeBegan(pair: unknown): TurnContent["began"] | null {
  if (pair === undefined) return undefined;
  const [atMs, after]: unknown[] = Array.isArray(pair) ? pair : [];
  return typeof atMs === "number" && typeof after === "number" ? { atMs, after } : null;
}
