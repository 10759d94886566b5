import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faults, httpError } from "@tgmem/openrouter-test-server";
import { failureOf, messages, startBench } from "./openai.kit.ts";

const unsupported = (param: string, message: string) =>
  httpError(400, { code: "unsupported_parameter", message, param });

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe("fallback models", () => {
  it.each([
    ["an unknown model", httpError(404), "model_not_found"],
    [
      "a model that a 400 does not know",
      httpError(400, { message: "x/y is not a valid model ID" }),
      "model_not_found",
    ],
    [
      "a constraint nobody meets",
      httpError(404, { availability: { code: "constraint_filtered", retryable: false } }),
      "model_not_found",
    ],
    [
      "a region",
      httpError(403, { availability: { code: "region_restricted", retryable: false } }),
      "forbidden",
    ],
    [
      "a status that availability overrules",
      httpError(503, { availability: { code: "model_deprecated", retryable: false } }),
      "model_not_found",
    ],
    [
      "a prompt too long by error type",
      httpError(400, { metadata: { error_type: "context_length_exceeded" } }),
      "context_too_long",
    ],
    [
      "a prompt too long by its prose",
      httpError(400, { message: "This model's maximum context length is 8192 tokens" }),
      "context_too_long",
    ],
  ] as const)("step in at once for %s", async (_name, behaviour, code) => {
    bench.fake.next(behaviour);
    expect(
      await bench.model({ fallbackModels: ["second/model"] }).complete(messages),
    ).toMatchObject({
      model: "second/model",
    });
    expect(bench.retries).toMatchObject([
      { next: "next_model", delayMs: 0, error: { code, retryable: false } },
    ]);

    bench.fake.next(behaviour);
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code,
      retryable: false,
    });
  });

  it("are asked in order, each as often as the first", async () => {
    bench.fake.when(({ model }) => model !== "third/model", httpError(503));
    await bench
      .model({ fallbackModels: ["second/model", "third/model"], maxAttempts: 2 })
      .complete(messages);
    expect(bench.modelsAsked()).toEqual([
      "first/model",
      "first/model",
      "second/model",
      "second/model",
      "third/model",
    ]);
  });

  it("have chances of their own", async () => {
    bench.fake.next(faults.emptyText(), faults.emptyText(), faults.emptyText());
    const model = bench.model({ fallbackModels: ["second/model"] });
    expect(await model.complete(messages)).toMatchObject({ model: "second/model" });
    expect(bench.retries.map(({ attempt, next }) => [attempt, next])).toEqual([
      [1, "again"],
      [2, "next_model"],
      [3, "again"],
    ]);
  });

  it("are not asked past the deadline: the failure is the one that came before it", async () => {
    let clock = 0;
    for (const passedMs of [1_000, 1_001]) {
      bench.reset();
      bench.fake.next((request, response) => {
        clock += passedMs;
        return httpError(404)(request, response);
      });
      const model = bench.model({ fallbackModels: ["second/model"], now: () => clock });
      expect(await failureOf(model.complete(messages, { deadlineMs: 1_000 }))).toMatchObject({
        code: "model_not_found",
      });
      expect(bench.retries).toEqual([]);
    }
  });

  it("take over when availability says a 400 will pass, only after trying again", async () => {
    bench.fake.next(
      httpError(400, { availability: { code: "capacity_exhausted", retryable: true } }),
    );
    await bench.model({ fallbackModels: ["second/model"] }).complete(messages);
    expect(bench.modelsAsked()).toEqual(["first/model", "first/model"]);
  });
});

describe("a cap spent on reasoning", () => {
  it("is doubled once, then the next model is asked", async () => {
    bench.fake.when(({ model }) => model === "first/model", faults.lengthWithoutText());
    const model = bench.model({ fallbackModels: ["second/model"] });
    expect(await model.complete(messages, { maxOutputTokens: 100 })).toMatchObject({
      model: "second/model",
    });
    expect(bench.fake.requests.map(({ body }) => body["max_completion_tokens"])).toEqual([
      100, 200, 200,
    ]);
    expect(bench.retries.map(({ next }) => next)).toEqual(["more_output", "next_model"]);
    expect(bench.usages).toHaveLength(3);
  });

  it("is truncated in the end", async () => {
    bench.fake.when(() => true, faults.lengthWithoutText());
    expect(
      await failureOf(bench.model().complete(messages, { maxOutputTokens: 100 })),
    ).toMatchObject({ code: "truncated", retryable: false });
    expect(bench.fake.requests).toHaveLength(2);
  });
});

describe("parameters a model does not take", () => {
  it("are left out, once, and remembered for that model", async () => {
    bench.fake.when(
      ({ body }) => "temperature" in body,
      unsupported(
        "temperature",
        "Unsupported value: 'temperature' does not support 0.2. Only the default (1) value is supported.",
      ),
    );
    const model = bench.model({ temperature: 0.2, maxAttempts: 1 });
    await model.complete(messages);
    await model.complete(messages);
    expect(bench.fake.requests.map(({ body }) => body["temperature"])).toEqual([
      0.2,
      undefined,
      undefined,
    ]);
    expect(bench.retries).toMatchObject([{ next: "without_parameter" }]);
  });

  it("are renamed as the provider says, also in prose alone", async () => {
    bench.fake.when(
      ({ body }) => "max_completion_tokens" in body,
      httpError(400, {
        message:
          "Unsupported parameter: 'max_completion_tokens' is not supported with this model. Use 'max_tokens' instead.",
      }),
    );
    await bench.model().complete(messages, { maxOutputTokens: 99 });
    expect(bench.fake.requests.at(-1)?.body).toMatchObject({ max_tokens: 99 });
    expect(bench.fake.requests.at(-1)?.body).not.toHaveProperty("max_completion_tokens");
  });

  it("are not renamed back and forth for ever", async () => {
    bench.fake.when(
      ({ body }) => "max_completion_tokens" in body,
      unsupported("max_completion_tokens", "Use 'max_tokens' instead."),
    );
    bench.fake.when(
      ({ body }) => "max_tokens" in body,
      unsupported("max_tokens", "Use 'max_completion_tokens' instead."),
    );
    await bench.model().complete(messages, { maxOutputTokens: 99 });
    expect(bench.fake.requests).toHaveLength(3);
  });

  it("are tried again when the memory is old", async () => {
    let clock = 0;
    bench.fake.next(unsupported("temperature", "no"));
    const model = bench.model({ temperature: 0.2, now: () => clock });
    await model.complete(messages);
    clock += 3_600_001;
    await model.complete(messages);
    expect(bench.fake.requests.map(({ body }) => body["temperature"])).toEqual([
      0.2,
      undefined,
      0.2,
    ]);
  });

  it("do not include the messages", async () => {
    bench.fake.next(
      httpError(400, {
        code: "unsupported_value",
        message: "Unsupported value in messages",
        param: "messages[0].content",
      }),
    );
    expect(await failureOf(bench.model({ temperature: 1 }).complete(messages))).toMatchObject({
      code: "bad_request",
    });
    expect(bench.fake.requests).toHaveLength(1);
  });
});

describe("a call that names a model", () => {
  it("asks that, counts its tokens under its name, and leaves other calls alone", async () => {
    const model = bench.model({ fallbackModels: ["second/model"] });
    const completion = await model.complete(messages, { model: "chosen/model" });
    expect(completion.model).toBe("chosen/model");
    for await (const _ of model.stream(messages, { model: "chosen/model" }));
    await model.complete(messages);
    expect(bench.modelsAsked()).toEqual(["chosen/model", "chosen/model", "first/model"]);
    expect(bench.usages.map(({ model: counted }) => counted)).toEqual(bench.modelsAsked());
  });

  it("asks the usual model and those behind it when the named one fails, each once", async () => {
    const model = bench.model({ fallbackModels: ["second/model"] });
    bench.fake.next(httpError(404), httpError(404));
    await model.complete(messages, { model: "chosen/model" });
    expect(bench.modelsAsked()).toEqual(["chosen/model", "first/model", "second/model"]);
    bench.reset();
    bench.fake.next(httpError(404), httpError(404));
    await failureOf(model.complete(messages, { model: "second/model" }));
    expect(bench.modelsAsked()).toEqual(["second/model", "first/model"]);
  });
});
