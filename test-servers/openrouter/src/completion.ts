import type { ServerResponse } from "node:http";
import type { ReceivedRequest } from "./behaviour.ts";

/** A page that an answer draws on. */
export interface CitedPage {
  readonly url: string;
  readonly title?: string;
  /** What was read of it. */
  readonly content?: string;
}

/** What an answer says beside its text. */
export interface AnswerOptions {
  /** The pages that one search found: each is an annotation, and its words are a part of the prompt. @default [] */
  readonly citations?: readonly CitedPage[];
  /** @default "stop" */
  readonly finishReason?: string | null;
  /** Fields that are merged into the choice. */
  readonly choice?: Readonly<Record<string, unknown>>;
  /** Fields that are merged into the whole answer. */
  readonly over?: Readonly<Record<string, unknown>>;
}

export const send = (
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

/** A whole answer, as it is sent without streaming; `over` may have changed anything. */
export interface Answer {
  readonly choices: readonly {
    readonly message?: { readonly content?: unknown; readonly [field: string]: unknown };
    readonly [field: string]: unknown;
  }[];
  readonly usage?: unknown;
  readonly [field: string]: unknown;
}

const annotation = ({ url, title = "", content = "" }: CitedPage) => ({
  type: "url_citation",
  url_citation: { url, title, start_index: 0, end_index: 0, content },
});

export function completion(
  request: ReceivedRequest,
  text: string | null,
  { citations = [], finishReason = "stop", choice = {}, over = {} }: AnswerOptions,
): Answer {
  const read = [...request.messages, ...citations].map(({ content = "" }) => content);
  const input = read.reduce((sum, content) => sum + tokens(content), 0);
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
        message: {
          role: "assistant",
          content: text,
          refusal: null,
          reasoning: null,
          ...(citations.length > 0 && { annotations: citations.map(annotation) }),
        },
        ...choice,
      },
    ],
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      cost: (input + 4 * output) / 1e7,
      ...(citations.length > 0 && { server_tool_use_details: { web_search_requests: 1 } }),
    },
    ...over,
  };
}
