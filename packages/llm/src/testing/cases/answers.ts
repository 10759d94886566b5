import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { type Cases, prompt, read, rejectsWith, settled } from "../kit.ts";

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

  async "streams pieces that are, joined, the text of the completion"(model) {
    const { pieces, completion } = await read(model.stream(prompt()));
    equal(pieces.join(""), completion.text);
    notEqual(completion.text.trim(), "");
    ok(["stop", "length"].includes(completion.finishReason), "it says why it ended");
    ok(!pieces.includes(""), "no piece is empty");
  },

  async "completes a stream that nobody reads"(model) {
    const { text } = await settled(model.stream(prompt()).completion);
    notEqual(text.trim(), "");
  },

  async "settles a stream whose reader stops"(model) {
    const stream = model.stream(prompt());
    for await (const piece of stream) {
      notEqual(piece, "");
      break;
    }
    await settled(stream.completion.catch(() => {}));
  },

  async "throws aborted from a stream whose signal has fired before"(model) {
    const stream = model.stream(prompt(), { signal: AbortSignal.abort() });
    await rejectsWith("aborted", read(stream));
    await rejectsWith("aborted", stream.completion);
  },
};
