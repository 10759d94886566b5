import OpenAI from "openai";
import { freePort } from "@tgmem/processes";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { failureOf, messages, secret, startBench } from "./openai.kit.ts";
import { type FailedEvent, openaiChatModel, servedModel } from "./index.ts";

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

it("asks the first model that is listed, also for a stream", async () => {
  const served: string[] = [];
  const model = servedModel(bench.client, {
    make: (name) => openaiChatModel(bench.client, { model: name }),
    onServed: (name) => void served.push(name),
  });
  const pieces: string[] = [];
  const stream = model.stream(messages);
  for await (const piece of stream) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join("")).toBe(`You said: ${secret}`);
  expect(await stream.completion).toMatchObject({ model: "test/model" });
  expect(await model.complete(messages)).toMatchObject({ model: "test/model" });
  expect(served).toEqual(["test/model"]);
});

it("is not looked for in an aborted call", async () => {
  const model = servedModel(bench.client, {
    make: (name) => openaiChatModel(bench.client, { model: name }),
  });
  const stream = model.stream(messages, { signal: AbortSignal.abort() });
  expect(await failureOf(stream.completion)).toMatchObject({ code: "aborted" });
});

it("says why it cannot be looked for, also to whom counts what fails", async () => {
  const client = new OpenAI({ baseURL: `http://127.0.0.1:${await freePort()}/v1`, apiKey: "k" });
  const events: FailedEvent[] = [];
  const model = servedModel(client, {
    make: (name) => openaiChatModel(client, { model: name }),
    onFailed: (event) => void events.push(event),
  });
  for (const completion of [model.complete(messages), model.stream(messages).completion])
    expect(await failureOf(completion)).toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("(ECONNREFUSED): check the base URL"),
    });
  const failed = { type: "failed", requests: 1, error: { code: "unavailable" } };
  expect(events).toMatchObject([failed, failed]);
});
