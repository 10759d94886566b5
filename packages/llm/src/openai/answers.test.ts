import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answer, faults } from "@tgmem/openrouter-test-server";
import { failureOf, messages, startBench } from "./openai.kit.ts";

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe("what a model thinks", () => {
  it.each([
    ["within its text", answer("<think>The secret plan.</think>\n\nHello!")],
    ["before a lone tag", answer("The secret plan.\n</think>\n\nHello!")],
    [
      "in a field of its own",
      answer(null, {
        choice: { message: { content: "Hello!", reasoning: "plan", reasoning_content: "plan" } },
      }),
    ],
    [
      "in a part of its own",
      answer(null, {
        choice: {
          message: {
            content: [
              { type: "thinking", thinking: [{ type: "text", text: "plan" }] },
              { type: "text", text: "Hel" },
              { type: "text", text: "lo!" },
            ],
          },
        },
      }),
    ],
  ])("is no part of the answer: %s", async (_where, behaviour) => {
    bench.fake.next(behaviour);
    expect(await bench.model().complete(messages)).toMatchObject({
      text: "Hello!",
      finishReason: "stop",
    });
  });

  it.each([
    ["within its text", answer("<think>The secret plan.</think>")],
    ["without an end", answer("<think>The secret plan.")],
    ["in a field of its own", faults.reasoningOnly()],
  ])("is no answer by itself: %s", async (_where, behaviour) => {
    bench.fake.when(() => true, behaviour);
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code: "empty_answer",
      retryable: true,
    });
  });

  it("used up the output when it was cut within", async () => {
    bench.fake.next(answer("<think>The secret plan", { finishReason: "length" }));
    await bench.model().complete(messages, { maxOutputTokens: 100 });
    expect(bench.retries).toMatchObject([{ error: { code: "truncated" }, next: "more_output" }]);
  });
});

describe("an answer that declines", () => {
  it.each([
    ["instead of a content", faults.refusal("I cannot do that.")],
    [
      "beside an empty one",
      answer("", { choice: { message: { content: "", refusal: "I cannot do that." } } }),
    ],
    [
      "in a part",
      answer(null, {
        choice: { message: { content: [{ type: "refusal", refusal: "I cannot do that." }] } },
      }),
    ],
    [
      "at a filter",
      answer(null, {
        finishReason: "content_filter",
        choice: { message: { content: null, refusal: "I cannot do that." } },
      }),
    ],
  ])("is one, in the model's words: %s", async (_where, behaviour) => {
    bench.fake.next(behaviour);
    expect(await bench.model().complete(messages)).toMatchObject({
      text: "I cannot do that.",
      finishReason: "stop",
      refused: true,
    });
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("is an ordinary one when there is a content besides", async () => {
    bench.fake.next(answer(null, { choice: { message: { content: "Yes.", refusal: "No." } } }));
    const completion = await bench.model().complete(messages);
    expect(completion.text).toBe("Yes.");
    expect(completion).not.toHaveProperty("refused");
  });
});

describe("an empty answer, which is billed", () => {
  it.each([
    ["none", faults.nullContent()],
    ["white space", answer(" \n ")],
    ["signs that nobody sees", answer("\u200b\u2060\u200d")],
    [
      "a call of a tool",
      answer(null, {
        finishReason: "tool_calls",
        choice: { message: { content: null, tool_calls: [{ id: "c", type: "function" }] } },
      }),
    ],
  ])("is asked for twice, then the next model: %s", async (_what, behaviour) => {
    bench.fake.when(({ model }) => model === "first/model", behaviour);
    await bench.model({ fallbackModels: ["second/model"] }).complete(messages);
    expect(bench.modelsAsked()).toEqual(["first/model", "first/model", "second/model"]);
  });

  it("is the failure when there is no other model", async () => {
    bench.fake.when(() => true, faults.emptyText());
    expect(await failureOf(bench.model().complete(messages))).toMatchObject({
      code: "empty_answer",
    });
    expect(bench.fake.requests).toHaveLength(2);
  });
});

describe("a very long answer", () => {
  it("is cut, and says so", async () => {
    bench.fake.next(answer("word ".repeat(2_000_000)));
    const { text, finishReason } = await bench.model().complete(messages);
    expect([text.length, finishReason]).toEqual([100_000, "length"]);
  });

  it("is never cut within a character", async () => {
    bench.fake.when(() => true, answer("😀".repeat(10)));
    expect(await bench.model({ maxChars: 5 }).complete(messages)).toMatchObject({
      text: "😀😀",
      finishReason: "length",
    });
    expect(await bench.model({ maxChars: 20 }).complete(messages)).toMatchObject({
      text: "😀".repeat(10),
      finishReason: "stop",
    });
  });

  it("is not read to its end when it has none", async () => {
    const freed = new Promise<void>((resolve) => {
      bench.fake.next((_request, response) => {
        response.once("close", resolve);
        response.writeHead(200, { "content-type": "application/json" });
        const more = () => {
          while (!response.destroyed && response.write(" ".repeat(1_048_576)));
        };
        response.on("drain", more);
        more();
      });
    });
    await bench.model().complete(messages);
    expect(bench.retries).toMatchObject([{ error: { code: "malformed_answer" } }]);
    await freed;
  });
});

it("an answer is read whatever its content type says", async () => {
  const body = { choices: [{ finish_reason: "stop", message: { content: "Hello!" } }] };
  bench.fake.next(faults.body(200, body, { "content-type": "text/plain" }));
  expect((await bench.model().complete(messages)).text).toBe("Hello!");
});
