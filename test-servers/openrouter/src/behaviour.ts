import type { ServerResponse } from "node:http";

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
