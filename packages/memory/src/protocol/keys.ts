import { MemoryError } from "../errors.ts";

const maxLength = 512;

function problemOf(value: unknown): string | null {
  if (typeof value !== "string") return `a ${typeof value}`;
  if (value === "") return "an empty string";
  if (value.length > maxLength) return `${value.length} characters`;
  return value.isWellFormed() ? null : "a string with half a surrogate pair";
}

/**
 * Throws `invalid_argument` for an id that cannot name anything. Any id of a chat system is fine, whatever its
 * characters.
 */
export function checkKey(
  name: "chat" | "turnId" | "part" | "editId" | "requestId",
  value: string,
): void {
  const problem = problemOf(value);
  if (problem === null) return;
  throw new MemoryError(
    "invalid_argument",
    `Expected \`${name}\` to be a string of 1 to ${maxLength} characters, got ${problem}.`,
  );
}
