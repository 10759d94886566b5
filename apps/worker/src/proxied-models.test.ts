import { createServer, request as ask } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { inspect } from "node:util";
import { LlmError } from "@tgmem/llm";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { modelVariables, parseEnv } from "@tgmem/service";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { createModels } from "./model.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const hello = [{ role: "user", content: "Hello!" }] as const;
const password = "hunter,2";

/** A proxy for HTTP that knows one user; it tells what it was asked for, and the first byte that went into a tunnel. */
async function startProxy() {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const known = `Basic ${Buffer.from(`anna:${password}`).toString("base64")}`;
  const server = createServer((message, response) => {
    const { url = "", method, headers } = message;
    if (headers["proxy-authorization"] !== known) {
      response.writeHead(407).end("Who are you?");
      return;
    }
    asked.push(`${method} ${url}`);
    const outgoing = ask(url, { method, headers }, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(response);
    });
    outgoing.on("error", () => response.destroy());
    response.on("close", () => outgoing.destroy());
    message.pipe(outgoing);
  });
  server.on("connect", ({ url, headers }, socket: Socket) => {
    if (headers["proxy-authorization"] !== known) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.on("error", () => {});
    socket.once("data", ([first]: Buffer) => {
      asked.push(`CONNECT ${url} ${first === 0x16 ? "TLS" : "plain"}`);
      socket.destroy();
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  return { asked, sockets, port: (server.address() as AddressInfo).port };
}

const modelsThrough = (port: number, given: string, baseUrl: string) =>
  createModels(
    parseEnv(z.object(modelVariables), {
      PROXY: `http://anna:${encodeURIComponent(given)}@127.0.0.1:${port}`,
      OPENROUTER_BASE_URL: baseUrl,
      OPENROUTER_CHAT_MODEL: "test/model",
      OPENROUTER_API_KEY: "k",
    }),
  );

async function failureOf(call: Promise<unknown>): Promise<LlmError> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (error instanceof LlmError) return error;
  throw new Error(`It came to ${inspect(error)}.`);
}

it("asks the model through the proxy, whole and as a stream, over a connection that it keeps", async () => {
  const proxy = await startProxy();
  const server = await startOpenRouterServer({ reply: () => "Hello to you all, now." });
  cleanups.push(() => server.close());
  const { chat } = await modelsThrough(proxy.port, password, server.baseURL);
  expect(await chat.complete(hello)).toMatchObject({
    text: "Hello to you all, now.",
    usage: { input: expect.any(Number) },
  });
  const pieces: string[] = [];
  for await (const piece of chat.stream(hello)) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join("")).toBe("Hello to you all, now.");
  expect(proxy.asked).toEqual(Array(2).fill(`POST ${server.baseURL}/chat/completions`));
  expect(proxy.sockets.size).toBe(1);
});

it("hands on an error of the provider as it is", async () => {
  const proxy = await startProxy();
  const server = await startOpenRouterServer();
  cleanups.push(() => server.close());
  server.when(
    () => true,
    (_, response) => void response.writeHead(401).end('{"error":{"code":401,"message":"no"}}'),
  );
  const { chat } = await modelsThrough(proxy.port, password, server.baseURL);
  expect(await failureOf(chat.complete(hello))).toMatchObject({
    code: "unauthorized",
    status: 401,
  });
});

it("ends a call that is aborted, and the request behind it", async () => {
  const proxy = await startProxy();
  const server = await startOpenRouterServer();
  cleanups.push(() => server.close());
  const stop = new AbortController();
  const gone = new Promise<void>((resolve) =>
    server.when(
      () => true,
      (_, response) => {
        response.once("close", resolve);
        stop.abort();
      },
    ),
  );
  const { chat } = await modelsThrough(proxy.port, password, server.baseURL);
  const { signal } = stop;
  expect(await failureOf(chat.complete(hello, { signal }))).toMatchObject({ code: "aborted" });
  await gone;
});

it("makes a tunnel to an endpoint that speaks TLS, and tells nothing of it to the proxy", async () => {
  const proxy = await startProxy();
  const { chat } = await modelsThrough(proxy.port, password, "https://models.test/v1");
  const options = { deadlineMs: 1_000 };
  expect((await failureOf(chat.complete(hello, options))).retryable).toBe(true);
  expect(proxy.asked[0]).toBe("CONNECT models.test:443 TLS");
});

it.each(["http://127.0.0.1:1/v1", "https://models.test/v1"])(
  "waits for a proxy that knows another password on the way to %s, and tells nobody either",
  async (baseUrl) => {
    const proxy = await startProxy();
    const { chat } = await modelsThrough(proxy.port, "wrong,1", baseUrl);
    const error = await failureOf(chat.complete(hello, { deadlineMs: 1_000 }));
    expect(error).toMatchObject({ code: "unavailable", retryable: true });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/anna|hunter|wrong|Basic/u);
    expect(proxy.asked).toEqual([]);
  },
);

it("waits for a proxy that is away", async () => {
  const { chat } = await modelsThrough(1, password, "https://models.test/v1");
  const error = await failureOf(chat.complete(hello, { deadlineMs: 1_000 }));
  expect(error).toMatchObject({ code: "unavailable", retryable: true });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/anna|hunter/u);
});
