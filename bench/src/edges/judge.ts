/** What a mode of the test server has for a person: this text, or nothing. */
const texts: Readonly<Record<string, string>> = {
  "good answer": "Hello there.",
  "a refusal": "I am sorry, but I cannot help with that.",
  "thoughts in front": "Hello!",
  "thoughts without a beginning": "Hello!",
  "reasoning beside": "Hello!",
  "parts of text": "Hello array.",
  "cut at the cap": "This answer is cut in the mid",
  "another finish reason": "Hello.",
  "white space first": "Hello after white space.",
  gzip: "Hello gzip.",
  "another content type": "Hello plain.",
  "no content type": "Hello no type.",
  "no usage": "Hello no usage.",
  "parameter, OpenAI": "Hello without it.",
  "parameter, Mistral": "Hello without it.",
  "parameter, FastAPI": "Hello without it.",
  "parameter, raw": "Hello without it.",
};

/** Of these an answer may be shown in more than one form. */
const loose: ReadonlySet<string> = new Set(["invalid UTF-8", "NUL and half a character"]);

/** No person should be sent more than this, in UTF-16 units. */
const mostUnits = 100_000;

export const verdicts = [
  "right",
  "no answer shown",
  "thoughts shown",
  "answer lost",
  "no end",
] as const;
export type Verdict = (typeof verdicts)[number];

/** How a call ended. */
export type Ending =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "error" }
  | { readonly type: "none" };

/** Judges what a client made of a mode. `no answer shown`: nothing, a half or a flood was taken for an answer. */
export function judge(mode: string, ending: Ending): Verdict {
  if (ending.type === "none") return "no end";
  const wanted = texts[mode];
  const isAnswered = wanted !== undefined || loose.has(mode) || mode === "10 MB";
  if (ending.type === "error") return isAnswered ? "answer lost" : "right";
  const { text } = ending;
  if (/SECRET/u.test(text)) return "thoughts shown";
  if (mode === "10 MB") return text.length <= mostUnits ? "right" : "no answer shown";
  if (loose.has(mode)) return "right";
  if (wanted === undefined) return "no answer shown";
  if (text.trim() === wanted) return "right";
  return text.trim() === "" ? "answer lost" : "no answer shown";
}
