import { equal } from "node:assert/strict";
import { type Cases, failureOf, prompt, read } from "../kit.ts";

/** The provider answers with failures alone. */
export const failureCases: Cases = {
  async "rejects with an LlmError when the provider fails"(model) {
    await failureOf(model.complete(prompt(), { deadlineMs: 500 }));
  },

  async "throws the same LlmError from the pieces and the completion of a stream"(model) {
    const stream = model.stream(prompt(), { deadlineMs: 500 });
    const thrown = await failureOf(read(stream));
    equal(await failureOf(stream.completion), thrown);
  },
};
