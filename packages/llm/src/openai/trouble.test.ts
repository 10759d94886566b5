import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { answer, faults, httpError } from "@tgmem/openrouter-test-server";
import { failureOf, messages, startBench } from "./openai.kit.ts";

let bench: Awaited<ReturnType<typeof startBench>>;
let clock = 0;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => {
  bench.reset();
  clock = 0;
});
afterAll(() => bench.close());

const breaker = { failures: 3, openMs: 1_000, maxOpenMs: 4_000 };
const troubled = (options: Parameters<typeof bench.model>[0] = {}) =>
  bench.model({ maxAttempts: 1, breaker, now: () => clock, ...options });
const failing = (options: Parameters<typeof bench.model>[0] = {}) =>
  bench.model({ breaker: false, now: () => clock, ...options });
type Model = ReturnType<typeof troubled>;

async function fail(model: Model, times: number) {
  for (let time = 0; time < times; time++) await failureOf(model.complete(messages));
}

describe("a model in trouble", () => {
  it("is not asked any more, and the call says at once why, and for how long", async () => {
    bench.fake.when(() => true, httpError(503));
    const model = troubled();
    await fail(model, 3);
    clock += 400;
    const error = await failureOf(model.complete(messages));
    expect(error).toMatchObject({
      code: "overloaded",
      retryable: true,
      retryAfterMs: 600,
      status: 503,
      model: "first/model",
    });
    expect(await failureOf(model.stream(messages).completion)).toMatchObject({
      code: "overloaded",
    });
    expect(bench.fake.requests).toHaveLength(3);
    expect(bench.others.filter(({ type }) => type === "breaker_opened")).toMatchObject([
      { model: "first/model", openMs: 1_000, error: { code: "overloaded" } },
    ]);
  });

  it("leaves the call to the next model at once", async () => {
    bench.fake.when(({ model }) => model === "first/model", httpError(500));
    const model = troubled({ fallbackModels: ["second/model"] });
    for (let call = 0; call < 5; call++) await model.complete(messages);
    expect(bench.modelsAsked()).toEqual([
      ...Array.from({ length: 3 }, () => ["first/model", "second/model"]).flat(),
      "second/model",
      "second/model",
    ]);
  });

  it("is asked by one call when the time is over, and by all when that is answered", async () => {
    bench.fake.when(() => true, httpError(503));
    const model = troubled();
    await fail(model, 3);
    clock += 1_000;
    const arrived = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    bench.fake.next(async (request, response) => {
      arrived.resolve();
      await go.promise;
      await answer("back")(request, response);
    });
    const probe = model.complete(messages);
    await arrived.promise;
    expect(await failureOf(model.complete(messages))).toMatchObject({ retryAfterMs: 1_000 });
    go.resolve();
    expect((await probe).text).toBe("back");
    expect(bench.others.at(-1)).toEqual({ type: "breaker_closed", model: "first/model" });
    bench.fake.when(() => true, answer("and again"));
    const both = await Promise.all([model.complete(messages), model.complete(messages)]);
    expect(both.map(({ text }) => text)).toEqual(["and again", "and again"]);
    expect(bench.others.filter(({ type }) => type === "breaker_closed")).toHaveLength(1);
  });

  it("is asked by no second one while that runs, whatever becomes of earlier requests", async () => {
    bench.fake.when(() => true, httpError(503));
    const model = troubled();
    const held = () => {
      const arrived = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      bench.fake.next(async (request, response) => {
        arrived.resolve();
        await go.promise;
        await httpError(503)(request, response);
      });
      const failure = failureOf(model.complete(messages));
      return { arrived: arrived.promise, end: () => (go.resolve(), failure) };
    };
    const early = held();
    await early.arrived;
    await fail(model, 3);
    clock += 1_000;
    const probe = held();
    await probe.arrived;
    await early.end();
    await fail(model, 1);
    expect(bench.fake.requests).toHaveLength(5);
    await probe.end();
    expect(await failureOf(model.complete(messages))).toMatchObject({ retryAfterMs: 2_000 });
  });

  it("is left alone for twice as long when that fails, up to a bound", async () => {
    bench.fake.when(() => true, httpError(503));
    const model = troubled();
    await fail(model, 3);
    for (const openMs of [2_000, 4_000, 4_000]) {
      clock += 4_000;
      await fail(model, 1);
      expect(await failureOf(model.complete(messages))).toMatchObject({ retryAfterMs: openMs });
    }
    expect(bench.fake.requests).toHaveLength(6);
  });

  it("is asked again by another call when the caller of the probe went away", async () => {
    bench.fake.when(() => true, httpError(503));
    const model = troubled();
    await fail(model, 3);
    clock += 1_000;
    const stop = new AbortController();
    bench.fake.next(() => stop.abort());
    await failureOf(model.complete(messages, { signal: stop.signal }));
    bench.fake.next(answer("back"));
    expect((await model.complete(messages)).text).toBe("back");
  });

  it("is left alone as long as it asks for", async () => {
    bench.fake.when(() => true, httpError(429, { headers: { "retry-after": "3" } }));
    const model = troubled();
    await fail(model, 3);
    expect(await failureOf(model.complete(messages))).toMatchObject({ retryAfterMs: 3_000 });
  });

  it.each([
    ["a request that is wrong", httpError(400)],
    [
      "a prompt that is too long",
      httpError(400, { metadata: { error_type: "context_length_exceeded" } }),
    ],
    ["an empty answer", faults.emptyText()],
    ["a missing key", httpError(401)],
  ])("is not one that answers with a failure of its own: %s", async (_what, behaviour) => {
    bench.fake.when(() => true, behaviour);
    const model = troubled();
    await fail(model, 6);
    expect(bench.fake.requests).toHaveLength(6);
  });

  it("is not one whose callers have no time, or go away", async () => {
    // A server of its own: a request that was given up may arrive late, and the next test counts its requests.
    const { fake, model: make, close } = await startBench();
    onTestFinished(close);
    fake.when(() => true, faults.silence());
    const model = make({ maxAttempts: 1, breaker });
    for (let call = 0; call < 4; call++)
      expect(await failureOf(model.complete(messages, { deadlineMs: 20 }))).toMatchObject({
        code: "timeout",
      });
    fake.when(() => true, answer("here"));
    expect((await model.complete(messages)).text).toBe("here");
  });

  it("is asked on and on without a breaker", async () => {
    bench.fake.when(() => true, httpError(503));
    await fail(troubled({ breaker: false }), 8);
    expect(bench.fake.requests).toHaveLength(8);
  });

  it("is not asked by one instance alone: another one has its own breaker", async () => {
    bench.fake.when(() => true, httpError(503));
    await fail(troubled(), 4);
    await fail(troubled(), 4);
    expect(bench.fake.requests).toHaveLength(6);
  });
});

describe("while everything fails", () => {
  const calls = 100;

  it("retries are few: ten, and a fifth of the calls", async () => {
    bench.fake.when(() => true, httpError(503));
    await fail(failing(), calls);
    const retries = bench.fake.requests.length - calls;
    expect(retries).toBeGreaterThan(calls / 5);
    expect(retries).toBeLessThanOrEqual(10 + calls / 5);
  });

  it("retries are as many as the options say", async () => {
    bench.fake.when(() => true, httpError(503));
    await fail(failing({ retryShare: 2 }), calls);
    expect(bench.fake.requests).toHaveLength(calls * 3);
  });

  it("a quiet program has six a minute", async () => {
    bench.fake.when(() => true, httpError(503));
    const model = failing({ retryShare: 0 });
    await fail(model, 10);
    expect(bench.fake.requests).toHaveLength(20);
    clock += 60_000;
    await fail(model, 10);
    expect(bench.fake.requests).toHaveLength(36);
  });

  it("the next model is asked without a retry", async () => {
    bench.fake.when(({ model }) => model === "first/model", httpError(503));
    const model = failing({ retryShare: 0, fallbackModels: ["second/model"] });
    for (let call = 0; call < 20; call++) await model.complete(messages);
    expect(bench.modelsAsked().filter((name) => name === "second/model")).toHaveLength(20);
  });
});

describe("a call that fails for good", () => {
  it("is told to who counts", async () => {
    bench.fake.when(() => true, httpError(503));
    const error = await failureOf(bench.model({ now: () => clock }).complete(messages));
    expect(bench.others).toEqual([
      { type: "failed", model: "first/model", error, requests: 3, durationMs: 0 },
    ]);
  });

  it("is told, too, when it is aborted or streamed", async () => {
    await failureOf(bench.model().complete(messages, { signal: AbortSignal.abort() }));
    bench.fake.next(httpError(401));
    await failureOf(bench.model().stream(messages).completion);
    expect(bench.others).toMatchObject([
      { type: "failed", requests: 0, error: { code: "aborted" } },
      { type: "failed", requests: 1, error: { code: "unauthorized" } },
    ]);
  });
});

it("tokens of a cache and of reasoning are told when the provider counts them", async () => {
  bench.fake.next(
    answer("hi", {
      over: {
        usage: {
          prompt_tokens: 100,
          completion_tokens: 50,
          prompt_tokens_details: { cached_tokens: 80 },
          completion_tokens_details: { reasoning_tokens: 30 },
        },
      },
    }),
  );
  const usage = { input: 100, output: 50, cached: 80, reasoning: 30 };
  expect(await bench.model().complete(messages)).toMatchObject({ usage });
  expect(bench.usages).toMatchObject([usage]);
});
