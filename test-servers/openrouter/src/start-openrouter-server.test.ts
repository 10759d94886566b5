import OpenAI, { APIConnectionError } from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type OpenRouterServer,
  answer,
  faults,
  httpError,
  startOpenRouterServer,
} from "./index.ts";

let fake: OpenRouterServer;
let client: OpenAI;
const say = (content: string, model = "fake/model") =>
  client.chat.completions.create({ model, messages: [{ role: "user", content }] });
const textOf = async (content: string) => (await say(content)).choices[0]?.message.content;

beforeAll(async () => {
  fake = await startOpenRouterServer();
  client = new OpenAI({ apiKey: "key", baseURL: fake.baseURL, maxRetries: 0, logLevel: "off" });
});
beforeEach(() => fake.reset());
afterAll(() => fake.close());

describe("the fake OpenRouter", () => {
  it("echoes a chat, with usage and cost", async () => {
    const completion = await say("hello");
    expect(completion).toMatchObject({
      model: "fake/model",
      provider: "Fake",
      usage: { cost: expect.any(Number) },
    });
    expect(completion.choices[0]).toMatchObject({
      finish_reason: "stop",
      message: { content: "You said: hello" },
    });
  });

  it("plays scripted requests first, then the newest rule that matches, then the default", async () => {
    fake.when(({ model }) => model === "fake/model", answer("rule"));
    fake.next(answer("first"), httpError(503));
    expect(await textOf("a")).toBe("first");
    await expect(say("b")).rejects.toMatchObject({ status: 503 });
    expect(await textOf("c")).toBe("rule");
    fake.when(() => true, answer("newer rule"));
    expect(await textOf("d")).toBe("newer rule");
    fake.reset();
    expect(await textOf("e")).toBe("You said: e");
  });

  it("keeps a journal without the key", async () => {
    await say("hello");
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]).toMatchObject({
      path: "/api/v1/chat/completions",
      model: "fake/model",
      messages: [{ role: "user", content: "hello" }],
    });
    expect(fake.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("asks for a key, and for JSON", async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${fake.baseURL}/chat/completions`, { method: "POST", headers, body });
    expect((await post({}, "{}")).status).toBe(401);
    expect((await post({ authorization: "Bearer key" }, "no json")).status).toBe(400);
    expect((await fetch(`${fake.baseURL}/models`)).status).toBe(200);
    expect((await fetch(`${fake.baseURL}/other`)).status).toBe(404);
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
