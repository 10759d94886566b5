import { MemoryError } from "./errors.ts";

const maxLength = 512;

/** Any id a chat system gives is fine: `:`, `{}`, `*`, spaces, any script, negative numbers. */
export function checkKey(name: "user" | "turnId" | "requestId", value: unknown): string {
  const problem =
    typeof value !== "string"
      ? `a ${typeof value}`
      : value === ""
        ? "an empty string"
        : value.length > maxLength
          ? `${value.length} characters`
          : value.isWellFormed()
            ? null
            : "a string with half a surrogate pair";
  if (problem === null) return value as string;
  throw new MemoryError(
    "invalid_key",
    `Expected \`${name}\` to be a string of 1 to ${maxLength} characters, got ${problem}.`,
  );
}
