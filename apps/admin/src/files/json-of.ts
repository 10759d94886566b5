/** Reads JSON; undefined = it is none. The parser's own error would quote the text, which people may have written. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
