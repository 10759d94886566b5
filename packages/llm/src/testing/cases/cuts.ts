import { equal, notEqual } from "node:assert/strict";
import { type Cases, prompt, rejectsWith, settled } from "../kit.ts";

/** The provider answers, and every answer ends at the cap. */
export const cutCases: Cases = {
  async "says of a cut answer that it is cut"(model) {
    const { text, finishReason } = await settled(model.complete(prompt(), { maxOutputTokens: 5 }));
    equal(finishReason, "length");
    notEqual(text.trim(), "");
  },

  async "rejects with truncated when the answer has to be whole"(model) {
    await rejectsWith(
      "truncated",
      model.complete(prompt(), { maxOutputTokens: 5, whole: true, deadlineMs: 5_000 }),
    );
  },
};
