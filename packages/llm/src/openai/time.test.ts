import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { faults, httpError, slowly } from "@tgmem/openrouter-test-server";
import { failureOf, messages, startBench } from "./openai.kit.ts";
import { openaiChatModel } from "./index.ts";

// A server for each test: a request that was given up may arrive late, and must not meet the next test's script.
let bench: Awaited<ReturnType<typeof startBench>>;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

describe("time", () => {
  it.each([
    ["silence", faults.silence()],
    ["a stalled body", faults.stalledBody()],
  ])("an attempt ends at its timeout: %s", async (_name, behaviour) => {
    bench.fake.next(behaviour);
    // On a slow machine a good answer may be late, too: the first attempt is the one that is looked at.
    await bench.model({ attemptTimeoutMs: 300, maxAttempts: 1_000 }).complete(messages);
    expect(bench.retries[0]).toMatchObject({
      error: { code: "timeout", retryable: true },
      next: "again",
    });
  });

  it.each([
    ["silence", faults.silence()],
    ["a stalled body", faults.stalledBody()],
    ["failures without end", slowly(5, httpError(503))],
  ])("the call ends at its deadline: %s", async (_name, behaviour) => {
    bench.fake.when(() => true, behaviour);
    const model = openaiChatModel(bench.client, {
      model: "m",
      maxAttempts: 1_000,
      attemptTimeoutMs: 70,
      backoff: { baseMs: 1, maxMs: 10 },
    });
    expect(await failureOf(model.complete(messages, { deadlineMs: 200 }))).toMatchObject({
      retryable: true,
    });
  });

  it.each([
    ["silence", faults.silence()],
    ["a stalled body", faults.stalledBody()],
  ])("a request that nobody waits for frees its connection: %s", async (_name, behaviour) => {
    const stop = new AbortController();
    const freed = new Promise<void>((resolve) => {
      bench.fake.next((request, response) => {
        response.once("close", resolve);
        void behaviour(request, response);
        stop.abort();
      });
    });
    await failureOf(bench.model().complete(messages, { signal: stop.signal }));
    await freed;
  });

  it("a call that is aborted while it fails ends as aborted, and asks nobody else", async () => {
    const stop = new AbortController();
    const create = vi.spyOn(bench.client.chat.completions, "create");
    bench.fake.next(faults.lengthWithoutText());
    const model = openaiChatModel(bench.client, {
      model: "m",
      fallbackModels: ["second/model"],
      onEvent: () => stop.abort(),
    });
    expect(await failureOf(model.complete(messages, { signal: stop.signal }))).toMatchObject({
      code: "aborted",
    });
    expect(create).toHaveBeenCalledTimes(1);
  });

  it("an aborted call is not begun", async () => {
    const create = vi.spyOn(bench.client.chat.completions, "create");
    const call = bench.model().complete(messages, { signal: AbortSignal.abort() });
    expect(await failureOf(call)).toMatchObject({ code: "aborted" });
    expect(create).not.toHaveBeenCalled();
  });

  it("an abort during the request ends it", async () => {
    const stop = new AbortController();
    bench.fake.when(
      () => true,
      () => stop.abort(),
    );
    const call = bench.model().complete(messages, { signal: stop.signal });
    expect(await failureOf(call)).toMatchObject({ code: "aborted" });
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("an abort ends the pause between attempts", async () => {
    const stop = new AbortController();
    bench.fake.next(httpError(429, { headers: { "retry-after": "60" } }));
    const model = openaiChatModel(bench.client, {
      model: "m",
      onEvent: () => setImmediate(() => stop.abort()),
    });
    expect(await failureOf(model.complete(messages, { signal: stop.signal }))).toMatchObject({
      code: "aborted",
    });
    expect(bench.fake.requests).toHaveLength(1);
  });
});
