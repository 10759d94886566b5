import OpenAI, { APIConnectionError, APIError } from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type OpenRouterServer,
  answer,
  faults,
  httpError,
  startOpenRouterServer,
  streamed,
} from "./index.ts";

let server: OpenRouterServer;
let client: OpenAI;
const say = (content: string, model = "test/model") =>
  client.chat.completions.create({ model, messages: [{ role: "user", content }] });
const textOf = async (content: string) => (await say(content)).choices[0]?.message.content;

beforeAll(async () => {
  server = await startOpenRouterServer();
  client = new OpenAI({ apiKey: "key", baseURL: server.baseURL, maxRetries: 0, logLevel: "off" });
});
beforeEach(() => server.reset());
afterAll(() => server.close());

describe("the OpenRouter of the tests", () => {
  it("echoes a chat, with usage and cost", async () => {
    const completion = await say("hello");
    expect(completion).toMatchObject({
      model: "test/model",
      provider: "Test",
      usage: { cost: expect.any(Number) },
    });
    expect(completion.choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: "You said: hello" },
    });
  });

  it("plays scripted requests first, then the newest rule that matches, then the default", async () => {
    server.when(({ model }) => model === "test/model", answer("rule"));
    server.next(answer("first"), httpError(503));
    expect(await textOf("a")).toBe("first");
    await expect(say("b")).rejects.toMatchObject({ status: 503 });
    expect(await textOf("c")).toBe("rule");
    server.when(() => true, answer("newer rule"));
    expect(await textOf("d")).toBe("newer rule");
    server.reset();
    expect(await textOf("e")).toBe("You said: e");
  });

  it("keeps a journal without the key", async () => {
    await say("hello");
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      path: "/api/v1/chat/completions",
      model: "test/model",
      messages: [{ role: "user", content: "hello" }],
    });
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("asks for a key, and for JSON", async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${server.baseURL}/chat/completions`, { method: "POST", headers, body });
    expect((await post({}, "{}")).status).toBe(401);
    expect((await post({ authorization: "Bearer key" }, "no json")).status).toBe(400);
    expect((await fetch(`${server.baseURL}/models`)).status).toBe(200);
    expect((await fetch(`${server.baseURL}/other`)).status).toBe(404);
  });

  it("declines, only thinks, and answers with any body, as it is told", async () => {
    server.next(faults.refusal("no"), faults.reasoningOnly("hm"));
    expect((await say("a")).choices[0]?.message).toMatchObject({ content: null, refusal: "no" });
    expect((await say("b")).choices[0]?.message).toMatchObject({ content: null, reasoning: "hm" });
    server.next(faults.body(418, { detail: "tea" }, { "x-pot": "full" }), faults.redirect());
    const post = () =>
      fetch(`${server.baseURL}/chat/completions`, {
        method: "POST",
        headers: { authorization: "Bearer key" },
        body: "{}",
        redirect: "manual",
      });
    const tea = await post();
    expect([tea.status, await tea.json(), tea.headers.get("x-pot")]).toEqual([
      418,
      { detail: "tea" },
      "full",
    ]);
    const redirected = await post();
    expect([redirected.status, redirected.headers.get("location")]).toEqual([
      307,
      "/api/v1/chat/completions",
    ]);
  });

  it("cites the pages that it was told of, whole and in a stream, as OpenRouter does", async () => {
    const page = { url: "https://example.org/a", title: "A page", content: "word ".repeat(40) };
    const searched = answer("It rains.", { citations: [page, { url: "https://example.org/b" }] });
    const cited = [
      { type: "url_citation", url_citation: { ...page, start_index: 0, end_index: 0 } },
      { type: "url_citation", url_citation: { url: "https://example.org/b", title: "" } },
    ];
    server.next(searched, searched);
    const whole = await say("weather?");
    expect(whole.choices[0]?.message.annotations).toMatchObject(cited);
    expect(whole.usage).toMatchObject({ server_tool_use_details: { web_search_requests: 1 } });
    expect(whole.usage?.prompt_tokens).toBeGreaterThan(40);
    const stream = await client.chat.completions.create({
      model: "test/model",
      messages: [{ role: "user", content: "weather?" }],
      stream: true,
    });
    const annotations: unknown[] = [];
    let text = "";
    for await (const { choices } of stream) {
      const delta: { content?: string | null; annotations?: unknown[] } = choices[0]?.delta ?? {};
      text += delta.content ?? "";
      annotations.push(...(delta.annotations ?? []));
    }
    expect(text).toBe("It rains.");
    expect(annotations).toMatchObject(cited);
  });

  it("streams to who asks for a stream, with usage at the end", async () => {
    const chunks = [];
    for await (const chunk of await client.chat.completions.create({
      model: "test/model",
      messages: [{ role: "user", content: "hello" }],
      stream: true,
    }))
      chunks.push(chunk);
    const text = chunks.map(({ choices: [choice] }) => choice?.delta.content ?? "").join("");
    expect(text).toBe("You said: hello");
    expect(chunks.length).toBeGreaterThan(4);
    expect(chunks.at(-2)).toMatchObject({ choices: [{ finish_reason: "stop" }] });
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { cost: expect.any(Number) } });
  });

  it("streams what it is told, and ends as it is told", async () => {
    const texts: unknown[] = [];
    server.next(
      streamed({ comment: "OPENROUTER PROCESSING" }, "Hel", { pauseMs: 1 }, "lo", { end: "reset" }),
      streamed("Hel", { event: { error: { code: 502, message: "gone" } } }),
      streamed("Hello"),
    );
    const read = async () => {
      const stream = await client.chat.completions.create({
        model: "m",
        messages: [],
        stream: true,
      });
      for await (const { choices } of stream) texts.push(choices[0]?.delta.content);
    };
    await expect(read()).rejects.toThrow("terminated");
    await expect(read()).rejects.toBeInstanceOf(APIError);
    await read();
    expect(texts.filter(Boolean)).toEqual(["Hel", "lo", "Hel", "Hello"]);
  });

  it("answers fifty requests at once, each its own", async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`);
    const answers = await Promise.all(texts.map(textOf));
    expect(answers).toEqual(texts.map((text) => `You said: ${text}`));
  });

  it("closes at once, with a request still hanging", async () => {
    const own = await startOpenRouterServer();
    own.next(faults.silence());
    const hanging = new OpenAI({
      apiKey: "key",
      baseURL: own.baseURL,
      maxRetries: 0,
      logLevel: "off",
    }).chat.completions
      .create({ model: "m", messages: [] })
      .catch((error: unknown) => error);
    await expect.poll(() => own.requests.length).toBe(1);
    await own.close();
    expect(await hanging).toBeInstanceOf(APIConnectionError);
  });
});
