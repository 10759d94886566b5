import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answer, faults, httpError } from "@tgmem/openrouter-test-server";
import { modelSummarizer } from "../index.ts";
import { failureOf, messages, startBench } from "./openai.kit.ts";

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const bodies = () => bench.fake.requests.map(({ body }) => body);
const turn = { atMs: 0, user: "I keep bees.", assistant: "Nice." };
const input = { previous: null, turns: [turn], minWords: 200, maxWords: 300 };

/** It thinks for so many tokens before it writes. */
const thinksFor = (tokens: number) =>
  bench.fake.when(
    ({ body }) => Number(body["max_completion_tokens"]) < tokens,
    faults.lengthWithoutText(),
  );

describe("how much a model may think", () => {
  it("is asked in the words of each side", async () => {
    await bench.model().complete(messages, { reasoning: "low" });
    await bench.model({ openRouter: true }).complete(messages, { reasoning: "low" });
    expect(bodies()[0]).toMatchObject({ reasoning_effort: "low" });
    expect(bodies()[1]).toMatchObject({ reasoning: { effort: "low" } });
    expect(bodies()[1]).not.toHaveProperty("reasoning_effort");
  });

  it("is what the options say when they speak of it, too", async () => {
    const reasoning = { max_tokens: 500 };
    const model = bench.model({ openRouter: true, extraBody: { reasoning } });
    await model.complete(messages, { reasoning: "low" });
    expect(bodies()).toMatchObject([{ reasoning }]);
  });

  it.each([
    ["OpenAI", "Unrecognized request argument supplied: reasoning_effort"],
    ["Groq", "`reasoning_effort` must be one of `none` or `default`"],
    ["Ollama", '"gemma" does not support thinking'],
    ["LiteLLM", "UnsupportedParamsError: x does not support parameters: ['reasoning_effort']"],
  ])("is not asked of a model that knows no such thing: %s", async (_who, message) => {
    bench.fake.when(({ body }) => "reasoning_effort" in body, httpError(400, { message }));
    const model = bench.model();
    await model.complete(messages, { reasoning: "low" });
    await model.complete(messages, { reasoning: "low" });
    expect(bodies().map((body) => "reasoning_effort" in body)).toEqual([true, false, false]);
  });

  it("is not asked for none of a model that has to think", async () => {
    const message = "Reasoning is mandatory for this endpoint and cannot be disabled.";
    bench.fake.when(({ body }) => "reasoning" in body, httpError(400, { message }));
    await bench.model({ openRouter: true }).complete(messages, { reasoning: "none" });
    expect(bodies().map((body) => "reasoning" in body)).toEqual([true, false]);
  });
});

describe("an answer that has to be whole", () => {
  it("is asked for once with twice the cap, then of the next model, with no cap twice", async () => {
    bench.fake.when(
      ({ model }) => model === "first/model",
      answer("half an", { finishReason: "length" }),
    );
    const model = bench.model({ fallbackModels: ["second/model"] });
    await model.complete(messages, { whole: true, maxOutputTokens: 100 });
    expect(bodies().map((body) => [body["model"], body["max_completion_tokens"]])).toEqual([
      ["first/model", 100],
      ["first/model", 200],
      ["second/model", 200],
    ]);
  });

  it("fails as truncated when nobody gives one", async () => {
    bench.fake.when(() => true, answer("half an", { finishReason: "length" }));
    const call = bench.model().complete(messages, { whole: true });
    expect(await failureOf(call)).toMatchObject({ code: "truncated", retryable: false });
    expect(bench.fake.requests).toHaveLength(1);
  });
});

describe("a summary of a model that reasons", () => {
  it("succeeds at once when it reasons a little", async () => {
    thinksFor(5_000);
    await modelSummarizer(bench.model()).summarize(input);
    expect(bodies()).toMatchObject([{ reasoning_effort: "low" }]);
  });

  it("succeeds with a larger cap when it reasons more", async () => {
    thinksFor(9_000);
    await modelSummarizer(bench.model()).summarize(input);
    expect(bench.fake.requests).toHaveLength(2);
  });

  it("is left to another model when it only reasons", async () => {
    bench.fake.when(({ model }) => model === "first/model", faults.lengthWithoutText());
    await modelSummarizer(bench.model({ fallbackModels: ["second/model"] })).summarize(input);
    expect(bench.modelsAsked()).toEqual(["first/model", "first/model", "second/model"]);
  });
});
