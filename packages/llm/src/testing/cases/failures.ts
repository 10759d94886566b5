import { type Cases, failureOf, prompt } from "../kit.ts";

/** The provider answers with failures alone. */
export const failureCases: Cases = {
  async "rejects with an LlmError when the provider fails"(model) {
    await failureOf(model.complete(prompt(), { deadlineMs: 500 }));
  },
};
