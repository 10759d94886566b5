import type { ServerResponse } from "node:http";
import { pause } from "./deadline.ts";

/** One request as the server read it. */
export interface ReceivedRequest {
  readonly path: string;
  /** Lower-case names; `authorization` is left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** How the server answers one request: `response` is Node's, and what is never ended never answers. */
export type Behaviour = (
  request: ReceivedRequest,
  response: ServerResponse,
) => void | Promise<void>;

/** What the error of a refused request says. */
export interface HttpErrorOptions {
  /** @default the status */
  readonly code?: number | string;
  readonly message?: string;
  /** The parameter that is refused, as OpenAI names it. */
  readonly param?: string;
  /** Further fields, for instance `raw` and `provider_name` of a provider's error. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** When the model can be asked again; it takes the place of `code`. */
  readonly availability?: Readonly<Record<string, unknown>>;
  /** Headers of the answer, for instance `retry-after`, in seconds. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer says beside its text. */
export interface AnswerOptions {
  /** @default "stop" */
  readonly finishReason?: string | null;
  /** Fields that are merged into the choice. */
  readonly choice?: Readonly<Record<string, unknown>>;
  /** Fields that are merged into the whole answer. */
  readonly over?: Readonly<Record<string, unknown>>;
}

const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
};

let answers = 0;
const tokens = (text: string) => Math.ceil(Buffer.byteLength(text) / 4);

function completion(
  request: ReceivedRequest,
  text: string | null,
  { finishReason = "stop", choice = {}, over = {} }: AnswerOptions,
) {
  const input = request.messages.reduce((sum, { content }) => sum + tokens(content), 0);
  const output = tokens(text ?? "");
  answers++;
  return {
    id: `gen-${answers}`,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    provider: "Test",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        finish_reason: finishReason,
        native_finish_reason: finishReason,
        logprobs: null,
        message: { role: "assistant", content: text, refusal: null, reasoning: null },
        ...choice,
      },
    ],
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      cost: (input + 4 * output) / 1e7,
    },
    ...over,
  };
}

/** A good answer with this text; every optional field is present. */
export const answer =
  (text: string | null, options: AnswerOptions = {}): Behaviour =>
  (request, response) =>
    send(response, 200, completion(request, text, options), { "x-generation-id": "gen-test" });

/** A refusal: this HTTP status, with OpenRouter's envelope. */
export const httpError =
  (
    status: number,
    {
      code = status,
      message = "The test server was told to fail",
      param,
      metadata,
      availability,
      headers = {},
    }: HttpErrorOptions = {},
  ): Behaviour =>
  (_request, response) => {
    const error = {
      ...(availability ? { message, availability } : { code, message }),
      ...(param && { param }),
      ...(metadata && { metadata }),
    };
    send(response, status, { error, user_id: "user-test" }, headers);
  };

/** Waits for `ms` milliseconds, then answers as `then` does. */
export const slowly =
  (ms: number, then: Behaviour): Behaviour =>
  async (request, response) => {
    await pause(ms);
    await then(request, response);
  };

/** The ways a chat completion goes wrong that a status alone does not tell. */
export const faults = {
  /** 200, and the body is an error. */
  errorIn200:
    (
      error: Readonly<Record<string, unknown>> = {
        code: 502,
        message: "Provider returned error",
        metadata: { provider_name: "Test", raw: "boom" },
      },
    ): Behaviour =>
    (_request, response) =>
      send(response, 200, { error, user_id: "user-test" }),
  /** 200, and the choice holds an error beside a piece of text. */
  errorInChoice: (
    error: Readonly<Record<string, unknown>> = { code: 502, message: "upstream died" },
    partial = "The ans",
  ): Behaviour => answer(partial, { finishReason: "error", choice: { error } }),
  /** Any status with any body, for the errors of other servers: JSON, or a text as it is. */
  body:
    (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Behaviour =>
    (_request, response) =>
      send(response, status, body, headers),
  /** A redirect to where the request came from, so that who follows it comes again. */
  redirect:
    (status: 301 | 302 | 303 | 307 | 308 = 307): Behaviour =>
    ({ path }, response) =>
      send(response, status, "", { location: path }),
  /** 200, and the model declines: `refusal` instead of `content`. */
  refusal: (text = "I am sorry, but I cannot help with that."): Behaviour =>
    answer(null, { choice: { message: { role: "assistant", content: null, refusal: text } } }),
  /** 200 with reasoning, and no text besides. */
  reasoningOnly: (text = "The person wants to know."): Behaviour =>
    answer(null, {
      choice: {
        message: { role: "assistant", content: null, reasoning: text, reasoning_content: text },
      },
    }),
  /** 200 without a choice. */
  noChoices: (): Behaviour => answer("", { over: { choices: [] } }),
  /** 200 with `content: null`. */
  nullContent: (): Behaviour => answer(null),
  /** 200 with an empty text. */
  emptyText: (): Behaviour => answer(""),
  /** The cap was spent on reasoning: `length` and no text. */
  lengthWithoutText: (): Behaviour =>
    answer("", {
      finishReason: "length",
      choice: { message: { role: "assistant", content: "", reasoning: "a long thought" } },
    }),
  /** 200 with text, and nothing says that it is whole. */
  noFinishReason: (text = "The ans"): Behaviour => answer(text, { finishReason: null }),
  /** The filter cut the answer. */
  contentFilter: (): Behaviour => answer("The ans", { finishReason: "content_filter" }),
  /** A proxy's page instead of JSON. */
  html:
    (status = 200): Behaviour =>
    (_request, response) => {
      response.writeHead(status, { "content-type": "text/html" });
      response.end("<html><body>Bad gateway</body></html>");
    },
  /** 200, and the JSON stops in the middle. */
  brokenJson: (): Behaviour => (_request, response) =>
    send(response, 200, '{"id":"gen-1","choices":[{"message":{"content":"The ans'),
  /** Whitespace keeps the connection alive, then the answer comes. */
  whitespaceFirst:
    (text: string, ms = 20): Behaviour =>
    async (request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("\n\n   \n");
      await pause(ms);
      response.end(JSON.stringify(completion(request, text, {})));
    },
  /** Headers and the first bytes, then nothing more. */
  stalledBody: (): Behaviour => (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"id":');
  },
  /** Takes the request and never answers. */
  silence: (): Behaviour => () => {},
  /** The connection is cut before an answer. */
  reset: (): Behaviour => (_request, response) => {
    response.socket?.destroy();
  },
  /** The connection is cut within the body. */
  resetInBody: (): Behaviour => async (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"id":"gen-1",');
    await pause(10);
    response.socket?.destroy();
  },
} as const;
