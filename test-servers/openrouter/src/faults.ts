import type { Behaviour } from "./behaviour.ts";
import { type AnswerOptions, completion, send } from "./completion.ts";
import { pause } from "./deadline.ts";
import { sendStream } from "./stream.ts";

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

/** A good answer with this text; every optional field is present. It is streamed to who asks for a stream. */
export const answer =
  (text: string | null, options: AnswerOptions = {}): Behaviour =>
  (request, response) => {
    const whole = completion(request, text, options);
    return request.body["stream"] === true
      ? sendStream(whole, response)
      : send(response, 200, whole, { "x-generation-id": "gen-test" });
  };

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
