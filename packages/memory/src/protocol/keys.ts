import { MemoryError } from "../errors.ts";

const maxLength = 512;

function problemOf(value: unknown): string | null {
  if (typeof value !== "string") return `a ${typeof value}`;
  if (value === "") return "an empty string";
  if (value.length > maxLength) return `${value.length} characters`;
  return value.isWellFormed() ? null : "a string with half a surrogate pair";
}

/** Any id a chat system gives is fine: `:`, `{}`, `*`, spaces, any script, negative numbers. */
export function checkKey(
  name: "user" | "turnId" | "part" | "editId" | "requestId",
  value: string,
): void {
  const problem = problemOf(value);
  if (problem === null) return;
  throw new MemoryError(
    "invalid_argument",
    `Expected \`${name}\` to be a string of 1 to ${maxLength} characters, got ${problem}.`,
  );
}
