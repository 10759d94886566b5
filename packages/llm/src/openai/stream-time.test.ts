import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Behaviour, streamed, type StreamStep } from "@tgmem/openrouter-test-server";
import { failureOf, messages, startBench } from "./openai.kit.ts";

// A server for each test: a request that was given up may arrive late, and must not meet the next test's script.
let bench: Awaited<ReturnType<typeof startBench>>;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const silent = { end: "stall" } as const;
/** Comments without end. */
const comments: Behaviour = async (request, response) => {
  const steps = Array.from({ length: 10_000 }, (): StreamStep[] => [
    { comment: "OPENROUTER PROCESSING" },
    { pauseMs: 5 },
  ]);
  await streamed(...steps.flat())(request, response);
};

/** Behaves so, and says when its connection was freed. */
function freed(behaviour: Behaviour): Promise<void> {
  return new Promise((resolve) => {
    bench.fake.next((request, response) => {
      response.once("close", resolve);
      return behaviour(request, response);
    });
  });
}

describe("the time of a stream", () => {
  it.each([
    ["silence", streamed(silent)],
    ["comments, which are no progress", comments],
  ])("is over when no first piece comes: %s", async (_what, behaviour) => {
    const isFreed = freed(behaviour);
    const model = bench.model({ attemptTimeoutMs: 1_000, maxAttempts: 1 });
    expect(await failureOf(model.stream(messages).completion)).toMatchObject({
      code: "timeout",
      retryable: true,
      message: expect.stringContaining("attemptTimeoutMs"),
    });
    await isFreed;
  });

  it("goes on with another attempt when no first piece came", async () => {
    bench.fake.next(streamed(silent));
    const model = bench.model({ attemptTimeoutMs: 300, maxAttempts: 1_000 });
    await model.stream(messages).completion;
    expect(bench.retries[0]).toMatchObject({ error: { code: "timeout" }, next: "again" });
  });

  it("is over when nothing comes between pieces", async () => {
    const isFreed = freed(streamed("Hel", silent));
    const stream = bench.model({ idleTimeoutMs: 50 }).stream(messages);
    expect(await failureOf(stream.completion)).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("idleTimeoutMs"),
    });
    await isFreed;
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("goes on while there are comments between pieces, which are life", async () => {
    const life = Array.from({ length: 60 }, (): StreamStep[] => [
      { comment: "x" },
      { pauseMs: 20 },
    ]);
    bench.fake.next(streamed("Hel", ...life.flat(), "lo"));
    const stream = bench.model({ idleTimeoutMs: 1_000 }).stream(messages);
    expect((await stream.completion).text).toBe("Hello");
  });

  it.each([
    ["silence", streamed("Hel", silent)],
    [
      "comments",
      async (request, response) => {
        await streamed("Hel", silent)(request, response);
        const timer = setInterval(() => response.write(": x\n\n"), 5);
        response.once("close", () => clearInterval(timer));
      },
    ] as const satisfies [string, Behaviour],
  ] as const)("is over at the deadline of the call: %s", async (_what, behaviour) => {
    const isFreed = freed(behaviour);
    const stream = bench.model().stream(messages, { deadlineMs: 2_000 });
    expect(await failureOf(stream.completion)).toMatchObject({
      code: "timeout",
      message: expect.stringContaining("deadlineMs"),
    });
    await isFreed;
  });

  it("is hardly longer for tokens that are never counted", async () => {
    const end = { choices: [{ delta: { content: "lo" }, finish_reason: "stop" }] };
    const isFreed = freed(streamed("Hel", { event: end }, silent));
    expect((await bench.model().stream(messages).completion).text).toBe("Hello");
    await isFreed;
  });
});

describe("a stream that is aborted", () => {
  it.each([
    ["before its first piece", streamed(silent)],
    ["between its pieces", streamed("Hel", silent)],
  ])("ends, and frees its connection: %s", async (_when, behaviour) => {
    const stop = new AbortController();
    const isFreed = freed(async (request, response) => {
      await behaviour(request, response);
      setImmediate(() => stop.abort());
    });
    const stream = bench.model().stream(messages, { signal: stop.signal });
    expect(await failureOf(stream.completion)).toMatchObject({ code: "aborted" });
    await isFreed;
    expect(bench.fake.requests).toHaveLength(1);
  });

  it("is one that nobody reads any more", async () => {
    const isFreed = freed(streamed("Hel", silent));
    const stream = bench.model().stream(messages);
    for await (const piece of stream) {
      expect(piece).toBe("Hel");
      break;
    }
    await isFreed;
    expect(await failureOf(stream.completion)).toMatchObject({ code: "aborted" });
  });
});
