import { deepEqual, notEqual, ok } from "node:assert/strict";
import { type Cases, prompt, rejectsWith } from "../kit.ts";

/** A healthy provider answers. */
export const answerCases: Cases = {
  async "resolves with a text, a finish reason and the name of a model"(model) {
    const completion = await model.complete(prompt());
    notEqual(completion.text.trim(), "", "the text is never empty");
    ok(["stop", "length"].includes(completion.finishReason), "it says why it ended");
    notEqual(completion.model, "", "the model that answered is named");
  },

  async "does not change the messages it is given"(model) {
    const messages = prompt();
    await model.complete(messages);
    deepEqual(messages, prompt());
  },

  async "answers calls side by side"(model) {
    const calls = Array.from({ length: 10 }, () => model.complete(prompt()));
    for (const { text } of await Promise.all(calls)) notEqual(text, "");
  },

  async "rejects with aborted when the signal has fired before the call"(model) {
    await rejectsWith("aborted", model.complete(prompt(), { signal: AbortSignal.abort() }));
  },
};
