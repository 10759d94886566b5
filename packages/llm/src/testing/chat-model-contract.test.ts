import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import type { ChatModel } from "../chat-model.ts";
import { offlineModel } from "../offline/offline-model.ts";
import { openaiChatModel } from "../openai/index.ts";
import { answer, faults, startOpenRouterServer } from "@tgmem/openrouter-test-server";
import {
  type ChatModelSituation,
  type ContractCase,
  chatModelContract,
  scriptedModel,
} from "./index.ts";

function check(cases: readonly ContractCase[]) {
  for (const { title, run, because } of cases) (because === undefined ? it : it.fails)(title, run);
}

/** Titles of the cases that a model fails. */
async function failed(create: (situation: ChatModelSituation) => ChatModel): Promise<string[]> {
  const results = await Promise.all(
    chatModelContract({
      create: (situation) => ({ model: create(situation) }),
      patienceMs: 700,
    }).map(({ title, run }) =>
      run().then(
        () => "",
        () => title,
      ),
    ),
  );
  return results.filter(Boolean);
}

describe("a model through the openai client keeps the contract", () => {
  const behaviours = {
    answers: answer("Hello, Ada."),
    silent: faults.stalledBody(),
    failing: faults.errorIn200(),
  };
  check(
    chatModelContract({
      async create(situation) {
        const fake = await startOpenRouterServer();
        fake.when(() => true, behaviours[situation]);
        const client = new OpenAI({ apiKey: "key", baseURL: fake.baseURL, logLevel: "off" });
        return {
          model: openaiChatModel(client, { model: "m", backoff: { baseMs: 1, maxMs: 5 } }),
          close: () => fake.close(),
        };
      },
    }),
  );
});

describe("the offline model keeps the contract", () => {
  const noNetwork = "it has no network to wait for";
  check(
    chatModelContract({
      create: () => ({ model: offlineModel() }),
      cannot: {
        "rejects with aborted when the signal fires during the call": noNetwork,
        "settles by the deadline when no answer comes": noNetwork,
        "rejects with an LlmError when the provider fails": noNetwork,
      },
    }),
  );
});

describe("the contract", () => {
  it("fails a model that hands out failures as answers and ignores the signal", async () => {
    const broken = scriptedModel(Array.from({ length: 20 }, () => ""));
    const deaf: ChatModel = { complete: (messages) => broken.complete(messages) };
    expect(await failed(() => deaf)).toEqual([
      "resolves with a text, a finish reason and the name of a model",
      "answers calls side by side",
      "rejects with aborted when the signal has fired before the call",
      "rejects with aborted when the signal fires during the call",
      "settles by the deadline when no answer comes",
      "rejects with an LlmError when the provider fails",
    ]);
  });

  it("fails a model that never settles", async () => {
    const hanging: ChatModel = {
      complete: (messages, options) =>
        options ? new Promise(() => {}) : offlineModel().complete(messages),
    };
    expect(await failed(() => hanging)).toEqual([
      "rejects with aborted when the signal has fired before the call",
      "rejects with aborted when the signal fires during the call",
      "settles by the deadline when no answer comes",
      "rejects with an LlmError when the provider fails",
    ]);
  });

  it("fails a model that changes the messages", async () => {
    const vandal: ChatModel = {
      complete(messages) {
        if (Array.isArray(messages)) messages.pop();
        return offlineModel().complete([{ role: "user", content: "hi" }]);
      },
    };
    expect(await failed(() => vandal)).toContain("does not change the messages it is given");
  });

  it("does not accept an excuse for a case it does not have", () => {
    expect(() =>
      chatModelContract({
        create: () => ({ model: offlineModel() }),
        cannot: { flies: "no wings" },
      }),
    ).toThrow("flies");
  });
});
