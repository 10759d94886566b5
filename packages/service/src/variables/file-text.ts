import { readFileSync, statSync } from "node:fs";
import { z } from "zod";

/** Makes a variable that may be missing and names a file of text; its value is the text. */
export const optionalFileText = (description: string, { maxChars }: { maxChars: number }) =>
  z
    .string()
    .transform((path, { issues }) => {
      const read = readText(path, maxChars);
      if ("text" in read) return read.text;
      issues.push({ code: "custom", message: read.problem, input: path });
      return z.NEVER;
    })
    .optional()
    .meta({ description });

/** More than UTF-8 takes for a UTF-16 unit. */
const maxBytesPerChar = 4;

function readText(
  path: string,
  maxChars: number,
): { readonly text: string } | { readonly problem: string } {
  const tooLong = { problem: `expected a file of at most ${maxChars} characters` };
  try {
    const file = statSync(path);
    if (!file.isFile()) return { problem: "expected a file of text" };
    if (file.size > maxBytesPerChar * maxChars) return tooLong;
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).trim();
    if (text === "") return { problem: "expected a file of text, and this one is empty" };
    return text.length > maxChars ? tooLong : { text };
  } catch (error) {
    if (error instanceof TypeError) return { problem: "expected a file of text in UTF-8" };
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { problem: `expected a file that can be read, and this one cannot (${code})` };
  }
}
