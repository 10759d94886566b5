import { cannedReply } from "@tgmem/llm/testing";
import type { ReceivedRequest } from "@tgmem/openrouter-test-server";
import { heard } from "./words.ts";

export const summaryModel = "fake/summary";

/** What the model says, to whoever asks for an answer or for a summary. */
export const reply = (request: ReceivedRequest): string =>
  request.model === summaryModel ? cannedReply(request) : heard(request.messages);
