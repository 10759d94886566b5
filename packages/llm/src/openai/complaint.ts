import * as z from "zod/mini";

const text = z.catch(z.optional(z.string()), undefined);

/** The fields in which providers say what is wrong; whatever else a body holds is left alone. */
const Body = z.object({
  error: z.optional(z.unknown()),
  errors: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  details: z.optional(z.unknown()),
  msg: text,
  code: z.optional(z.unknown()),
  type: text,
  status: z.optional(z.unknown()),
  reason: text,
  error_type: text,
  param: text,
  loc: z.catch(z.optional(z.array(z.union([z.string(), z.number()]))), undefined),
  retryDelay: text,
  metadata: z.catch(
    z.optional(
      z.object({
        error_type: text,
        raw: z.optional(z.unknown()),
        reasons: z.optional(z.unknown()),
        flagged_input: z.optional(z.unknown()),
      }),
    ),
    undefined,
  ),
  availability: z.catch(
    z.optional(
      z.object({
        code: z.catch(z.string(), ""),
        retryable: z.boolean(),
        retry_after: z.catch(z.optional(z.number().check(z.nonnegative())), undefined),
      }),
    ),
    undefined,
  ),
});
type Body = z.output<typeof Body>;

/** What a provider says about a failure, wherever in the body it stands. All of it is for telling failures apart, never to be shown. */
export interface Complaint {
  /** Prose, the outermost first. */
  readonly texts: string[];
  /** Words for programs, in small letters, the outermost first. */
  readonly words: string[];
  /** HTTP statuses that stand in the body, the outermost first. */
  readonly statuses: number[];
  /** The names of the parameters it is about. */
  readonly params: string[];
  /** OpenRouter's word on when the model can be asked again. */
  availability: Body["availability"];
  /** The content was looked at and refused. */
  isFlagged: boolean;
  /** How long it asks to wait, in ms. */
  retryAfterMs: number | undefined;
}

const maxDepth = 6;
const maxItems = 20;
const maxTextLength = 4_000;

/**
 * Reads the envelopes of OpenRouter and OpenAI, of what a provider sent to OpenRouter (`metadata.raw`), of Gemini, Anthropic,
 * Mistral, FastAPI, vLLM, llama.cpp and Ollama, and plain text.
 */
export function readComplaint(raw: unknown): Complaint {
  const complaint: Complaint = {
    texts: [],
    words: [],
    statuses: [],
    params: [],
    availability: undefined,
    isFlagged: false,
    retryAfterMs: undefined,
  };
  collect(raw, complaint, maxDepth);
  return complaint;
}

function collect(raw: unknown, complaint: Complaint, depth: number): void {
  if (depth === 0 || raw === null || raw === undefined) return;
  if (typeof raw === "string") return collectText(raw, complaint, depth);
  if (Array.isArray(raw)) {
    for (const item of raw.slice(0, maxItems)) collect(item, complaint, depth - 1);
    return;
  }
  const body = Body.safeParse(raw).data;
  if (!body) return;
  collectWords(body, complaint);
  const { error, errors, message, msg, detail, details, metadata } = body;
  for (const inner of [message, msg, error, detail, errors, details, metadata?.raw])
    collect(inner, complaint, depth - 1);
}

/** Some servers send the JSON of another one as a text. */
function collectText(prose: string, complaint: Complaint, depth: number): void {
  if (/^\s*[[{]/u.test(prose)) {
    try {
      return collect(JSON.parse(prose), complaint, depth - 1);
    } catch {
      // It only looks like JSON.
    }
  }
  complaint.texts.push(prose.slice(0, maxTextLength));
}

function collectWords(body: Body, complaint: Complaint): void {
  const { code, type, status, reason, error_type, param, loc, metadata, availability } = body;
  for (const word of [
    availability?.code,
    metadata?.error_type,
    error_type,
    code,
    type,
    status,
    reason,
  ]) {
    if (typeof word !== "string" && typeof word !== "number") continue;
    const number = Number(word);
    if (number >= 300 && number < 600) complaint.statuses.push(number);
    else if (typeof word === "string") complaint.words.push(word.toLowerCase());
  }
  // FastAPI names the place: ["body", "max_completion_tokens"].
  const names = [param, ...(loc ?? []).filter((step) => step !== "body")];
  for (const name of names) if (typeof name === "string") complaint.params.push(name);
  complaint.availability ??= availability;
  complaint.isFlagged ||= metadata?.reasons !== undefined || metadata?.flagged_input !== undefined;
  const seconds = /^(\d+(?:\.\d+)?)s$/u.exec(body.retryDelay ?? "")?.[1];
  if (seconds !== undefined) complaint.retryAfterMs ??= Number(seconds) * 1_000;
}
