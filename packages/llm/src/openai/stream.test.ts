import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answer, faults, httpError, streamed } from "@tgmem/openrouter-test-server";
import type { ChatStream } from "../chat-model.ts";
import { failureOf, messages, secret, startBench } from "./openai.kit.ts";

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

/** Reads to the end, or to the failure. */
async function read(stream: ChatStream) {
  const pieces: string[] = [];
  const end = (async () => {
    for await (const piece of stream) pieces.push(piece);
    return stream.completion;
  })();
  const error = await end.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { pieces, text: pieces.join(""), error };
}

describe("a stream", () => {
  it("hands the answer out in pieces, and ends as a whole answer does", async () => {
    const stream = bench.model().stream(messages);
    const { pieces, text, error } = await read(stream);
    expect(error).toBeUndefined();
    expect(pieces.length).toBeGreaterThan(2);
    expect(text).toBe(`You said: ${secret}`);
    expect(await stream.completion).toEqual({
      text,
      finishReason: "stop",
      model: "first/model",
      usage: { input: expect.any(Number), output: expect.any(Number) },
      cost: expect.any(Number),
    });
    expect(bench.usages).toMatchObject([{ type: "usage", model: "first/model", provider: "Test" }]);
    expect(bench.fake.requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("hands a piece out before the next one is written", async () => {
    const go = Promise.withResolvers<void>();
    bench.fake.next(async (request, response) => {
      const write = response.write.bind(response);
      await streamed("Hel", { end: "stall" })(request, response);
      await go.promise;
      const rest = { choices: [{ delta: { content: "lo" }, finish_reason: "stop" }] };
      write(`data: ${JSON.stringify(rest)}\n\ndata: [DONE]\n\n`);
      response.end();
    });
    const stream = bench.model().stream(messages);
    const seen: string[] = [];
    for await (const piece of stream) {
      seen.push(piece);
      go.resolve();
    }
    expect(seen).toEqual(["Hel", "lo"]);
  });

  it.each([
    ["comments", streamed({ comment: "OPENROUTER PROCESSING" }, "Hel", { comment: "x" }, "lo")],
    [
      "reasoning in a field",
      streamed({ event: { choices: [{ delta: { reasoning: "plan" } }] } }, "Hello"),
    ],
    [
      "reasoning in the text, with cut tags",
      streamed("<th", "ink>pl", "an</thi", "nk>\n\nHel", "lo"),
    ],
    [
      "channels",
      streamed(
        "<|channel|>analysis<|mess",
        "age|>plan<|end|><|channel|>final<|message|>Hello<|re",
        "turn|>",
      ),
    ],
    [
      "parts",
      streamed({
        event: {
          choices: [
            {
              delta: {
                content: [
                  { type: "thinking", thinking: [] },
                  { type: "text", text: "Hello" },
                ],
              },
            },
          ],
        },
      }),
    ],
    ["an event without choices", streamed({ event: { id: "x" } }, "Hello")],
    [
      "a whole answer instead",
      faults.body(200, {
        choices: [{ finish_reason: "stop", message: { content: "<think>x</think>Hello" } }],
      }),
    ],
  ])("is read through %s", async (_what, behaviour) => {
    bench.fake.next(behaviour);
    const stream = bench.model().stream(messages);
    expect(await read(stream)).toMatchObject({ text: "Hello", error: undefined });
    expect(await stream.completion).toMatchObject({ text: "Hello", finishReason: "stop" });
  });

  it("names the model that served it, and ignores what follows its end", async () => {
    const end = { model: "other/model", choices: [{ delta: {}, finish_reason: "stop" }] };
    const events = ["Hello", { event: end }, { event: { choices: [] } }, { event: "[DONE]" }];
    bench.fake.next(streamed(...events, "more", { event: { error: "x" } }));
    const { completion } = bench.model().stream(messages);
    expect(await completion).toMatchObject({ text: "Hello", model: "other/model" });
  });

  it("is read when its bytes are cut within a character, and its last event has no end", async () => {
    const first = { choices: [{ delta: { content: "Grüße 😀" } }] };
    const last = { choices: [{ delta: { content: "!" }, finish_reason: "stop" }] };
    const bytes = Buffer.from(`data: ${JSON.stringify(first)}\n\ndata: ${JSON.stringify(last)}`);
    bench.fake.next(async (_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const byte of bytes) {
        response.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    expect((await read(bench.model().stream(messages))).text).toBe("Grüße 😀!");
  });

  it("leaves its connection to those that follow", async () => {
    const own = await startBench();
    const ports: unknown[] = [];
    own.fake.when(
      () => true,
      (request, response) => {
        ports.push(response.socket?.remotePort);
        const end = { choices: [{ delta: { content: "Hello" }, finish_reason: "stop" }] };
        const steps = [{ event: end }, { event: "[DONE]" }, { pauseMs: 2 }];
        return streamed(...steps, { end: "cut" })(request, response);
      },
    );
    for (let time = 0; time < 10; time++) await own.model().stream(messages).completion;
    // The client takes turns with two.
    expect(new Set(ports).size).toBeLessThan(6);
    await own.close();
  });

  it("says that it is cut, and that the model declined", async () => {
    bench.fake.next(answer("half an", { finishReason: "length" }), faults.refusal("I cannot."));
    expect(await bench.model().stream(messages).completion).toMatchObject({
      text: "half an",
      finishReason: "length",
    });
    const stream = bench.model().stream(messages);
    expect((await read(stream)).text).toBe("I cannot.");
    expect(await stream.completion).toMatchObject({ text: "I cannot.", refused: true });
  });

  it("is cut when the model declines at length", async () => {
    bench.fake.next(faults.refusal("I cannot do that."));
    const stream = bench.model({ maxChars: 8 }).stream(messages);
    expect((await read(stream)).text).toBe("I cannot");
    expect(await stream.completion).toMatchObject({ finishReason: "length", refused: true });
  });

  it("is cut when it is very long, and frees its connection", async () => {
    const freed = new Promise<void>((resolve) => {
      bench.fake.next(async (request, response) => {
        response.once("close", resolve);
        await streamed("Hello, ", "Ada", { end: "stall" })(request, response);
      });
    });
    const stream = bench.model({ maxChars: 8 }).stream(messages);
    expect((await read(stream)).text).toBe("Hello, A");
    expect(await stream.completion).toMatchObject({ text: "Hello, A", finishReason: "length" });
    await freed;
  });

  it("is asked without usage of a server that does not know how to count it", async () => {
    bench.fake.when(
      ({ body }) => "stream_options" in body,
      httpError(400, { message: "Unknown parameter: stream_options", param: "stream_options" }),
    );
    expect((await read(bench.model().stream(messages))).error).toBeUndefined();
    expect(bench.fake.requests).toHaveLength(2);
  });

  const aloud = streamed("The user asks.\n", "</think>", "\n\nHello!");

  it("is held back of a model that was seen to think without an opening tag, however often", async () => {
    bench.fake.when(() => true, aloud);
    const model = bench.model();
    expect((await read(model.stream(messages))).text).toContain("The user asks.");
    expect((await read(model.stream(messages))).text).toBe("Hello!");
    expect((await read(model.stream(messages))).text).toBe("Hello!");
  });

  it.each(["deepseek/deepseek-r1:free", "qwen3-30b-a3b-thinking-2507", "QwQ", "phi-4-reasoning"])(
    "is held back of %s, whose name says that it thinks",
    async (name) => {
      bench.fake.when(() => true, aloud);
      expect((await read(bench.model({ model: name }).stream(messages))).text).toBe("Hello!");
    },
  );

  it("is held back of every model that has not answered before, where that is asked for", async () => {
    bench.fake.when(() => true, streamed("Hel", "lo!"));
    bench.fake.next(aloud);
    let nowMs = 0;
    const model = bench.model({ holdUnknown: true, now: () => nowMs });
    const pieces = async () => (await read(model.stream(messages))).pieces;
    expect(await pieces()).toEqual(["Hello!"]);
    expect(await pieces()).toEqual(["Hello!"]);
    // A model that thought aloud is a stranger when that is forgotten, and one that did not stays known.
    nowMs += 3_700_000;
    expect(await pieces()).toEqual(["Hello!"]);
    nowMs += 3_700_000;
    expect(await pieces()).toEqual(["Hel", "lo!"]);
  });

  it("is held back by the name alone until an answer shows that nothing is thought aloud", async () => {
    bench.fake.when(() => true, streamed("Hel", "lo!"));
    const model = bench.model({ model: "deepseek/deepseek-r1" });
    expect((await read(model.stream(messages))).pieces).toEqual(["Hello!"]);
    expect((await read(model.stream(messages))).pieces).toEqual(["Hel", "lo!"]);
  });
});

describe("a stream that fails before its first piece", () => {
  it.each([
    ["a status", httpError(503), "overloaded"],
    ["an error under 200", faults.errorIn200({ code: 429, message: "x" }), "rate_limited"],
    [
      "an error as its first event",
      streamed({ event: { error: { code: 502, message: "x" } } }),
      "unavailable",
    ],
    [
      "an error in a choice",
      streamed({
        event: { choices: [{ delta: {}, finish_reason: "error", error: { code: 429 } }] },
      }),
      "rate_limited",
    ],
    [
      "an event called error",
      (_q: unknown, response: Parameters<ReturnType<typeof answer>>[1]) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.end('event: error\ndata: {"error":{"type":"overloaded_error"}}\n\n');
      },
      "overloaded",
    ],
    [
      "an error without a word",
      streamed({ event: { choices: [{ finish_reason: "error" }] } }),
      "unavailable",
    ],
    [
      "a complaint without an error",
      streamed({ event: { object: "error", message: "x", code: 429 } }),
      "rate_limited",
    ],
    [
      "a complaint of FastAPI",
      streamed({ event: { detail: [{ msg: "x", type: "overloaded_error" }] } }),
      "overloaded",
    ],
    ["an event that is no object", streamed({ event: "5" }), "malformed_answer"],
    [
      "an event that is too large",
      streamed({ event: { x: "x".repeat(9 * 1024 * 1024) } }),
      "malformed_answer",
    ],
    ["a reset", streamed({ end: "reset" }), "unavailable"],
    ["an end without an answer", streamed({ end: "cut" }), "malformed_answer"],
    ["broken JSON", streamed({ event: '{"choices":[{' }), "malformed_answer"],
    ["nothing", streamed(), "empty_answer"],
    ["no choices", faults.noChoices(), "empty_answer"],
    ["white space", streamed(" ", "\n"), "empty_answer"],
    ["what nobody sees", streamed("\u200b", "\u200b"), "empty_answer"],
    ["reasoning alone", streamed("<think>plan</think>"), "empty_answer"],
    ["a proxy's page", faults.html(), "malformed_answer"],
  ] as const)("is tried again: %s", async (_what, behaviour, code) => {
    bench.fake.next(behaviour);
    const { text, error } = await read(bench.model().stream(messages));
    expect(error).toBeUndefined();
    expect(text).toBe(`You said: ${secret}`);
    expect(bench.retries).toMatchObject([{ next: "again", error: { code } }]);
  });

  it("is left to the next model", async () => {
    bench.fake.when(({ model }) => model === "first/model", httpError(404));
    const stream = bench.model({ fallbackModels: ["second/model"] }).stream(messages);
    expect((await read(stream)).text).toBe(`You said: ${secret}`);
    expect((await stream.completion).model).toBe("second/model");
  });
});

describe("a stream that fails after a piece", () => {
  it.each([
    [
      "an error event",
      streamed("Hel", { event: { error: { code: 429, message: secret } } }),
      "rate_limited",
    ],
    ["a cut without a finish reason", streamed("Hel", { end: "cut" }), "malformed_answer"],
    [
      "a sentinel without a finish reason",
      streamed("Hel", { event: "[DONE]" }, { end: "cut" }),
      "malformed_answer",
    ],
    ["a reset", streamed("Hel", { end: "reset" }), "unavailable"],
    ["broken JSON", streamed("Hel", { event: "{" }), "malformed_answer"],
    ["a filter", answer("Hel", { finishReason: "content_filter" }), "moderated"],
  ] as const)("is not tried again, and tells no text: %s", async (_what, behaviour, code) => {
    bench.fake.next(behaviour);
    const stream = bench.model({ fallbackModels: ["second/model"] }).stream(messages);
    const { text, error } = await read(stream);
    expect(text).toBe("Hel");
    expect(error).toMatchObject({ name: "LlmError", code });
    expect(await failureOf(stream.completion)).toBe(error);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/Hel|4711/u);
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("is none when the answer was complete", async () => {
    const end = { choices: [{ delta: { content: "lo" }, finish_reason: "stop" }] };
    for (const how of ["cut", "reset"] as const) {
      bench.fake.next(streamed("Hel", { event: end }, { end: how }));
      expect(await read(bench.model().stream(messages))).toMatchObject({
        text: "Hello",
        error: undefined,
      });
    }
  });
});
