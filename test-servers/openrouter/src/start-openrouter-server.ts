import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import type { Behaviour, ReceivedRequest } from "./behaviour.ts";
import { answer, httpError } from "./faults.ts";
import { pause } from "./deadline.ts";

/** Says what the server answers, how fast, and where; everything has a default. */
export interface OpenRouterServerOptions {
  /** The text of an answer nobody scripted. @default "You said: …", what the person said last */
  readonly reply?: (request: ReceivedRequest) => string | Promise<string>;
  /** How long the server waits before each answer, in ms. @default 0 */
  readonly latencyMs?: number | ((request: ReceivedRequest) => number);
  /** Where it listens. @default a free port */
  readonly port?: number;
}

/** A server that answers like OpenRouter, and fails like it when told. */
export interface OpenRouterServer {
  /** The base URL for the client. */
  readonly baseURL: string;
  readonly port: number;
  /** Every chat request so far, in order of arrival. */
  readonly requests: readonly ReceivedRequest[];
  /** Scripts the requests to come, one behaviour each; then the standing rules hold again. */
  next(...behaviours: readonly Behaviour[]): void;
  /** Answers requests that match like this from now on. The newest rule wins; scripts come before rules. */
  when(matches: (request: ReceivedRequest) => boolean, behaviour: Behaviour): void;
  /** Drops scripts, rules and the journal. */
  reset(): void;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

/** The server is lenient: what a request lacks is empty, so that a test sees it in the journal. */
const ChatRequest = z.looseObject({
  model: z.string().catch(""),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).catch([]),
});

async function read(message: IncomingMessage): Promise<ReceivedRequest | null> {
  let body: unknown;
  try {
    body = await json(message);
  } catch {
    return null;
  }
  const request = ChatRequest.safeParse(body);
  if (!request.success) return null;
  const headers = Object.entries(message.headers).filter(([name]) => name !== "authorization");
  return {
    path: message.url ?? "/",
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: request.data,
    model: request.data.model,
    messages: request.data.messages,
  };
}

/** Starts the server on 127.0.0.1. It knows `POST …/chat/completions`, `GET …/models` and `GET …/key`. */
export async function startOpenRouterServer({
  reply = echo,
  latencyMs = 0,
  port = 0,
}: OpenRouterServerOptions = {}): Promise<OpenRouterServer> {
  const requests: ReceivedRequest[] = [];
  const closing = new AbortController();
  let scripted: Behaviour[] = [];
  let rules: { matches: (request: ReceivedRequest) => boolean; behaviour: Behaviour }[] = [];

  const usual: Behaviour = async (request, response) =>
    answer(await reply(request))(request, response);

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (message.method === "GET") return information(message, response);
    if (!message.url?.endsWith("/chat/completions")) return httpError(404)(empty, response);
    if (!message.headers.authorization?.startsWith("Bearer "))
      return httpError(401, { message: "No auth credentials found" })(empty, response);
    const request = await read(message);
    if (!request) return httpError(400, { message: "Invalid JSON" })(empty, response);
    requests.push(request);
    const behaviour =
      scripted.shift() ?? rules.findLast(({ matches }) => matches(request))?.behaviour ?? usual;
    const wait = typeof latencyMs === "number" ? latencyMs : latencyMs(request);
    if (wait > 0) await pause(wait, { signal: closing.signal });
    return behaviour(request, response);
  }

  const server = createServer((message, response) => {
    // A client that hangs up in the middle is part of the game.
    handle(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server got no port.");
  const bound = address.port;

  return {
    baseURL: `http://127.0.0.1:${bound}/api/v1`,
    port: bound,
    requests,
    next: (...behaviours) => void scripted.push(...behaviours),
    when: (matches, behaviour) => void rules.push({ matches, behaviour }),
    reset() {
      scripted = [];
      rules = [];
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const echo = ({ messages }: ReceivedRequest): string =>
  `You said: ${messages.findLast(({ role }) => role === "user")?.content ?? ""}`;

const empty: ReceivedRequest = { path: "", headers: {}, body: {}, model: "", messages: [] };

function information(
  { url = "" }: IncomingMessage,
  response: ServerResponse,
): void | Promise<void> {
  const path = new URL(url, "http://openrouter").pathname;
  const data = path.endsWith("/models")
    ? [{ id: "test/model", context_length: 128_000 }]
    : path.endsWith("/key")
      ? { limit_remaining: null, is_free_tier: false }
      : null;
  if (data === null) return httpError(404)(empty, response);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ data }));
}
