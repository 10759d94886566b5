import type { ServerResponse } from "node:http";
import type { ReceivedRequest } from "./behaviour.ts";

/** What an answer says beside its text. */
export interface AnswerOptions {
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

export function completion(
  request: ReceivedRequest,
  text: string | null,
  { finishReason = "stop", choice = {}, over = {} }: AnswerOptions,
): Answer {
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
