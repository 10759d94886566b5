import OpenAI from "openai";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChatModel } from "../chat-model.ts";
import { chatStream } from "../chat-stream.ts";
import { offlineModel } from "../offline/offline-model.ts";
import { openaiChatModel } from "../openai/index.ts";
import { answer, faults, startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { chatModelContract, scriptedModel } from "./index.ts";

describe("a model through the openai client keeps the contract", () => {
  const behaviours = {
    answers: answer("Hello, Ada."),
    silent: faults.stalledBody(),
    failing: faults.errorIn200(),
    cut: answer("Hello, A", { finishReason: "length" }),
  };
  const servers = new Map<ChatModel, Awaited<ReturnType<typeof startOpenRouterServer>>>();
  const contract = chatModelContract({
    async create(situation) {
      const server = await startOpenRouterServer();
      server.when(() => true, behaviours[situation]);
      const client = new OpenAI({ apiKey: "key", baseURL: server.baseURL, logLevel: "off" });
      const model = openaiChatModel(client, { model: "m", backoff: { baseMs: 1, maxMs: 5 } });
      servers.set(model, server);
      return model;
    },
    destroy: async (model) => servers.get(model)?.close(),
  });
  it.each(contract)("$title", ({ run }) => run());
});

describe("a scripted model keeps the contract", () => {
  const contract = chatModelContract({
    create: async () => scriptedModel(Array.from({ length: 10 }, () => "Hello, Ada.")),
    situations: ["answers"],
  });
  it.each(contract)("$title", ({ run }) => run());
});

describe("the offline model keeps the contract", () => {
  const contract = chatModelContract({
    create: async () => offlineModel(),
    situations: ["answers"],
  });
  it.each(contract)("$title", ({ run }) => run());
});

/** A model that streams what it completes. */
const modelOf = (complete: ChatModel["complete"]): ChatModel => ({
  complete,
  stream: (messages, options) => chatStream(() => complete(messages, options)),
});

/** The titles of the cases that a model fails. No time passes for a call that never settles. */
async function failed(model: ChatModel): Promise<string[]> {
  vi.useFakeTimers();
  const titles: string[] = [];
  const runs = chatModelContract({ create: async () => model }).map(({ title, run }) =>
    run().catch(() => void titles.push(title)),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(runs);
  return titles.toSorted();
}

describe("the contract", () => {
  afterEach(() => void vi.useRealTimers());

  it("fails a model that hands out failures as answers and ignores the signal", async () => {
    const broken = scriptedModel(Array.from({ length: 40 }, () => ""));
    const deaf = modelOf((messages) => broken.complete(messages));
    expect(await failed(deaf)).toEqual([
      "answers calls side by side",
      "completes a stream that nobody reads",
      "ends a stream by the deadline when no answer comes",
      "rejects with aborted when the signal fires during the call",
      "rejects with aborted when the signal has fired before the call",
      "rejects with an LlmError when the provider fails",
      "rejects with truncated when the answer has to be whole",
      "resolves with a text, a finish reason and the name of a model",
      "says of a cut answer that it is cut",
      "settles by the deadline when no answer comes",
      "streams pieces that are, joined, the text of the completion",
      "throws aborted from a stream when the signal fires during the call",
      "throws aborted from a stream whose signal has fired before",
      "throws the same LlmError from the pieces and the completion of a stream",
    ]);
  });

  it("fails a model that never settles", async () => {
    const hanging = modelOf((messages, options) =>
      options ? new Promise(() => {}) : offlineModel().complete(messages),
    );
    expect(await failed(hanging)).toEqual([
      "ends a stream by the deadline when no answer comes",
      "rejects with aborted when the signal fires during the call",
      "rejects with aborted when the signal has fired before the call",
      "rejects with an LlmError when the provider fails",
      "rejects with truncated when the answer has to be whole",
      "says of a cut answer that it is cut",
      "settles by the deadline when no answer comes",
      "throws aborted from a stream when the signal fires during the call",
      "throws aborted from a stream whose signal has fired before",
      "throws the same LlmError from the pieces and the completion of a stream",
    ]);
  });

  it("fails a model whose stream says something else than its completion", async () => {
    const model = offlineModel();
    const twofold: ChatModel = {
      complete: (messages) => model.complete(messages),
      stream: (messages) =>
        chatStream(async ({ emit }) => {
          emit("Well, ");
          return model.complete(messages);
        }),
    };
    expect(await failed(twofold)).toContain(
      "streams pieces that are, joined, the text of the completion",
    );
  });

  it("fails a model that fails with errors of its own", async () => {
    const own = modelOf((messages, options) =>
      options ? Promise.reject(new Error("down")) : offlineModel().complete(messages),
    );
    expect(await failed(own)).toContain("rejects with an LlmError when the provider fails");
  });

  it("fails a model that changes the messages", async () => {
    const vandal = modelOf((messages) => {
      if (Array.isArray(messages)) messages.pop();
      return offlineModel().complete([{ role: "user", content: "hi" }]);
    });
    expect(await failed(vandal)).toContain("does not change the messages it is given");
  });
});
