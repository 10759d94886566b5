/** Ids that break adapters which build keys, patterns or formulas by hand. */
export const oddIds: readonly string[] = [
  "a",
  "a:b",
  "a}:w",
  "{a}",
  "a*",
  "a?",
  "a'b",
  'a"b',
  "a\\b",
  "a%3Ab",
  "a b",
  "ä",
  "имя",
  "👩‍👩‍👧",
  "-1001234567890",
  "9007199254740993",
];

/** Texts that break adapters which lose a character on the way. */
export const oddTexts: readonly string[] = [
  "line one\nline two\r\n\ttabbed",
  "quotes ' \" ` and \\ backslash | bar",
  "emoji 👩‍👩‍👧 and مرحبا بالعالم and 你好",
  '{"json": [1, 2]} ${x} {{y}} %s',
];

/** A text that only a store which keeps every UTF-16 unit brings back. */
export const brokenUnicode = "nul \u0000 lone \ud83d and \udc69 surrogates";
