import {
  inMemoryForgetMarks,
  type InboundMessage,
  outboundQueue,
  summariesQueue,
} from "@tgmem/contracts";
import { LlmError } from "@tgmem/llm";
import { scriptedModel } from "@tgmem/llm/testing";
import { createMemory, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { reply, type ReplyDeps } from "./reply.ts";

const message: InboundMessage = {
  v: 1,
  chatId: "-7",
  userId: "42",
  messageId: 3,
  text: "hello",
  sentAtMs: 1,
};

/** What happens, in its order. */
function watched(script: Parameters<typeof scriptedModel>[0]) {
  const steps: string[] = [];
  const outbound = inMemoryQueue(outboundQueue);
  const deps: ReplyDeps = {
    memory: createMemory({ store: inMemoryStore() }),
    model: scriptedModel(script),
    outbound: {
      push: (jobs) => {
        steps.push("pushed");
        return outbound.push(jobs);
      },
    },
    summaries: inMemoryQueue(summariesQueue),
    forgotten: inMemoryForgetMarks(),
    eraseFromLists: async () => ({ waiting: 0, letters: 0 }),
    summarizing: false,
    answering: (jobId, { chatId }) => {
      steps.push(`answering ${jobId} in ${chatId}`);
      return { ended: async () => void steps.push("answered") };
    },
  };
  return { deps, steps, outbound };
}

it("shows that an answer is being made until just before it is pushed", async () => {
  const { deps, steps } = watched(["Hi!"]);
  await reply("id", message, deps, new AbortController());
  expect(steps).toEqual(["answering id in -7", "answered", "pushed"]);
});

it("shows no longer that an answer is being made when it has failed", async () => {
  const { deps, steps } = watched([new LlmError("timeout", "Too slow: try later.")]);
  await expect(reply("id", message, deps, new AbortController())).rejects.toThrow("slow");
  expect(steps).toEqual(["answering id in -7", "answered"]);
});

it("replies to the message itself in a group, in its topic", async () => {
  const { deps, outbound } = watched(["Hi!"]);
  await reply("id", { ...message, topicId: 5 }, deps, new AbortController());
  const [job] = await outbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
  expect(job?.body).toMatchObject({ chatId: "-7", replyToMessageId: 3, topicId: 5 });
});

it("writes nothing once its signal has aborted", async () => {
  const stop = new AbortController();
  const { deps, outbound, steps } = watched([
    () => {
      stop.abort(new Error("lost"));
      return "Hi!";
    },
  ]);
  await expect(reply("id", message, deps, stop)).rejects.toThrow("lost");
  expect(steps).not.toContain("pushed");
  expect(await outbound.stats()).toMatchObject({ depth: 0 });
});

it("tells the sender how long the message waited, and what of its time the model took", async () => {
  let nowMs = 5_000;
  const { deps, outbound } = watched([
    () => {
      nowMs += 700;
      return "Hi!";
    },
  ]);
  const answering = () => ({ ended: async () => void (nowMs += 40) });
  const options = { waitedMs: 9, signal: new AbortController().signal };
  await reply("id", message, { ...deps, answering, now: () => nowMs }, options);
  const [job] = await outbound.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
  expect(job?.body.way).toEqual({ sentAtMs: 1, waitedMs: 9, workedMs: 740, modelMs: 700 });
});
