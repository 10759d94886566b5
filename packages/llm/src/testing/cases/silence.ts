import { equal } from "node:assert/strict";
import { type Cases, prompt, read, rejectsWith } from "../kit.ts";

/** The provider never answers. */
export const silenceCases: Cases = {
  async "rejects with aborted when the signal fires during the call"(model) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await rejectsWith("aborted", model.complete(prompt(), { signal: stop.signal }));
  },

  async "settles by the deadline when no answer comes"(model) {
    const error = await rejectsWith("timeout", model.complete(prompt(), { deadlineMs: 100 }));
    equal(error.retryable, true, "a timeout may pass");
  },

  async "throws aborted from a stream when the signal fires during the call"(model) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await rejectsWith("aborted", read(model.stream(prompt(), { signal: stop.signal })));
  },

  async "ends a stream by the deadline when no answer comes"(model) {
    await rejectsWith("timeout", read(model.stream(prompt(), { deadlineMs: 100 })));
  },
};
