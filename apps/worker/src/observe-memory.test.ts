import { LlmError } from "@tgmem/llm";
import { registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observeMemory } from "./observe-memory.ts";

it("tells the operator of a summarizer and an archive that fail, with their codes and without a word of anybody", async () => {
  const lines: unknown[] = [];
  await registeredMetrics("worker", (context) => {
    const on = observeMemory({ ...context, warn: (kind, fields) => lines.push([kind, fields]) });
    on({
      chat: "42",
      type: "summarizer_failed",
      error: new LlmError("unauthorized", "m answered 401. Check OPEN_ROUTER_API_KEY."),
    });
    on({ chat: "42", type: "archive_failed", call: "save", error: new Error("my secret") });
  });
  expect(lines).toEqual([
    [
      "summarizer_failed unauthorized",
      {
        type: "summarizer_failed",
        chat: "42",
        reason: "LlmError unauthorized: m answered 401. Check OPEN_ROUTER_API_KEY.",
      },
    ],
    [
      "archive_failed unknown",
      { type: "archive_failed", chat: "42", call: "save", reason: "Error" },
    ],
  ]);
});
