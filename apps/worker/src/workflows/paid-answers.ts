import { hash } from "node:crypto";
import type { ChatMessage, Completion } from "@tgmem/llm";
import { LRUCache } from "lru-cache";

/**
 * Answers that were paid for and may not be remembered yet: while Redis takes no writes, each further try of a message
 * would else pay again. They are this process's alone, and nobody reads them but the same message with the same prompt.
 */
export interface PaidAnswers {
  of(jobId: string, prompt: readonly ChatMessage[]): Completion | undefined;
  keep(jobId: string, prompt: readonly ChatMessage[], completion: Completion): void;
  /** Takes in that a message has its answer. */
  drop(jobId: string): void;
}

/** More than messages that are answered at once; who is forgotten pays again. */
const most = 1_000;

export function createPaidAnswers(): PaidAnswers {
  const answers = new LRUCache<
    string,
    { readonly prompt: string; readonly completion: Completion }
  >({
    max: most,
  });
  return {
    of(jobId, prompt) {
      const known = answers.get(jobId);
      // What is remembered may have changed meanwhile, by /forget for instance.
      return known && known.prompt === hashOf(prompt) ? known.completion : undefined;
    },
    keep: (jobId, prompt, completion) =>
      void answers.set(jobId, { prompt: hashOf(prompt), completion }),
    drop: (jobId) => void answers.delete(jobId),
  };
}

/** A thousand prompts would be more than a process may hold, and what is forgotten would stay in them. */
const hashOf = (prompt: readonly ChatMessage[]): string =>
  hash("sha256", JSON.stringify(prompt), "base64");
