import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { modelVariables, parseEnv } from "@tgmem/service";
import { afterEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { createModels } from "./model.ts";
import { onlineModels } from "./online-models.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

interface Request {
  readonly path: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

/** A server like Ollama's or llama.cpp's: it asks for no key, and lists what it has loaded. */
async function startEndpoint({ models }: { models: readonly string[] }) {
  const requests: Request[] = [];
  const served = [...models];
  const server = createServer((message, response) => void handle(message, response));
  async function handle(message: IncomingMessage, response: ServerResponse) {
    const { url: path, headers, method } = message;
    requests.push({ path, headers, body: method === "POST" ? await json(message) : null });
    const answer =
      path === "/v1/models"
        ? { object: "list", data: served.map((id) => ({ id, object: "model" })) }
        : path === "/v1/chat/completions"
          ? { choices: [{ finish_reason: "stop", message: { content: "Hi!" } }] }
          : null;
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { requests, served, url: `http://127.0.0.1:${address.port}` };
}

const envOf = (source: Readonly<Record<string, string>>) =>
  parseEnv(z.object(modelVariables), source);
const hello = [{ role: "user", content: "Hello!" }] as const;

it("needs one variable for an endpoint of one's own: no key, and the first model that it serves", async () => {
  const endpoint = await startEndpoint({ models: ["qwen3:8b", "gemma3"] });
  vi.stubEnv("OPENAI_ORG_ID", "org-secret");
  vi.stubEnv("OPENAI_PROJECT_ID", "proj-secret");
  vi.stubEnv(
    "OPENAI_CUSTOM_HEADERS",
    "X-Gateway-Key: secret-1\nauthorization: Bearer secret-2\nnonsense",
  );
  const served: string[] = [];
  const { online, chat } = await createModels(
    envOf({ OPENROUTER_BASE_URL: `${endpoint.url}/v1` }),
    {
      onServed: (model) => served.push(model),
    },
  );
  expect(online).toBe(true);
  expect((await chat.complete(hello)).text).toBe("Hi!");
  expect((await chat.complete(hello)).text).toBe("Hi!");
  expect(served).toEqual(["qwen3:8b"]);
  expect(endpoint.requests.map(({ path }) => path)).toEqual([
    "/v1/models",
    "/v1/chat/completions",
    "/v1/chat/completions",
  ]);
  expect(endpoint.requests.at(-1)?.body).toMatchObject({ model: "qwen3:8b" });
});

it("tells another endpoint neither the organisation and headers of the shell nor what is OpenRouter's", async () => {
  const endpoint = await startEndpoint({ models: ["m"] });
  vi.stubEnv("OPENAI_ORG_ID", "org-secret");
  vi.stubEnv("OPENAI_PROJECT_ID", "proj-secret");
  vi.stubEnv(
    "OPENAI_CUSTOM_HEADERS",
    "X-Gateway-Key: secret-1\nauthorization: Bearer secret-2\nnonsense",
  );
  const { chat } = await createModels(envOf({ OPENROUTER_BASE_URL: `${endpoint.url}/v1` }));
  await chat.complete(hello);
  for (const { headers, body } of endpoint.requests) {
    expect(JSON.stringify(headers)).not.toMatch(/secret|openrouter|tgmem/iu);
    expect(headers.authorization).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain("plugins");
  }
});

it("asks again for the models of an endpoint that has none yet, and says what to do meanwhile", async () => {
  const endpoint = await startEndpoint({ models: [] });
  const { chat } = await createModels(envOf({ OPENROUTER_BASE_URL: `${endpoint.url}/v1` }));
  await expect(chat.complete(hello)).rejects.toMatchObject({
    code: "model_not_found",
    message: expect.stringContaining("name one"),
  });
  endpoint.served.push("late");
  expect((await chat.complete(hello)).text).toBe("Hi!");
});

it("says that an address often ends in /v1 when nothing is found there", async () => {
  const endpoint = await startEndpoint({ models: ["m"] });
  const { chat } = await createModels(envOf({ OPENROUTER_BASE_URL: endpoint.url }));
  await expect(chat.complete(hello)).rejects.toMatchObject({
    code: "model_not_found",
    message: expect.stringContaining("/v1"),
  });
});

it("can be asked again when the endpoint was not there yet", async () => {
  const { chat } = await createModels(envOf({ OPENROUTER_BASE_URL: "http://127.0.0.1:1/v1" }));
  await expect(chat.complete(hello)).rejects.toMatchObject({
    code: "unavailable",
    retryable: true,
  });
});

it("tells of a call that found no model as of one that a model failed, for each use", async () => {
  const told: unknown[] = [];
  const endpoint = await startEndpoint({ models: ["m"] });
  const { chat, summarizer } = await createModels(envOf({ OPENROUTER_BASE_URL: endpoint.url }), {
    onEvent: (use, event) => told.push({ use, type: event.type }),
  });
  await expect(chat.complete(hello)).rejects.toMatchObject({ code: "model_not_found" });
  const turns = [{ atMs: 0, user: "Hello!", assistant: "Hi!" }];
  const wish = { previous: null, turns, minWords: 0, maxWords: 300 };
  await expect(summarizer.summarize(wish)).rejects.toMatchObject({ code: "model_not_found" });
  expect(told).toEqual([
    { use: "chat", type: "failed" },
    { use: "summary", type: "failed" },
  ]);
});

it("is offline at OpenRouter without a key", async () => {
  expect((await createModels(envOf({}))).online).toBe(false);
});

it.each([
  ["held back of an endpoint of one's own where people read it while it is written", true, 1],
  ["handed out at once where only the operator does", false, 3],
])("what a model says first is %s", async (_, shown, pieces) => {
  const server = await startOpenRouterServer({ reply: () => "Hello to you all, now." });
  cleanups.push(() => server.close());
  const { chat } = await createModels(
    envOf({ OPENROUTER_BASE_URL: server.baseURL, OPENROUTER_API_KEY: "k" }),
    { shown },
  );
  const heard = async () => {
    const all: string[] = [];
    for await (const piece of chat.stream(hello)) all.push(piece);
    return all.length;
  };
  expect(await heard()).toBe(pieces);
  expect(await heard()).toBe(3);
});

it("offers OpenRouter's search of the web to the model that answers, and not to the one that summarizes", async () => {
  const server = await startOpenRouterServer({ reply: () => "Anna lives in Lisbon." });
  cleanups.push(() => server.close());
  const ask = async (source: Readonly<Record<string, string>>) => {
    const env = envOf({ OPENROUTER_BASE_URL: server.baseURL, ...source });
    const { chat, summarizer } = onlineModels(env, { apiKey: "k", atOpenRouter: true });
    await chat.complete(hello);
    const turns = [{ atMs: 0, user: "I live in Lisbon.", assistant: "Nice." }];
    await summarizer.summarize({ previous: null, turns, minWords: 1, maxWords: 50 });
  };
  await ask({ WEB_SEARCH: "1" });
  await ask({});
  const [searching, ...others] = server.requests.map(({ body }) => body["tools"]);
  expect(searching).toMatchObject([{ type: "openrouter:web_search" }]);
  expect(others).toEqual([undefined, undefined, undefined]);
});
