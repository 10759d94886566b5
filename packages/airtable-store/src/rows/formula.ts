import type { KeyType } from "./columns.ts";
import { numberOf } from "./user-id.ts";

/** Makes a formula for the rows whose `column` equals one of `values`. A number column never equals a quoted value. */
export function anyOf(column: string, values: readonly string[], keyType: KeyType): string {
  const field = `{${column.replaceAll("}", "\\}")}}`;
  const tests = values.flatMap((value) => {
    const text = `${field}=${quote(value)}`;
    const number = numberOf(value);
    const bare = number === undefined ? [] : [`${field}=${number}`];
    if (keyType === "text") return [text];
    return keyType === "number" ? bare : [text, ...bare];
  });
  const list = tests.join(",");
  return tests.length > 1 ? `OR(${list})` : list;
}

/** A string literal: the backslash is escaped first, or it would escape the quote's escape. */
function quote(value: string): string {
  return `'${value.replaceAll("\\", String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
