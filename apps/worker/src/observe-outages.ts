import type { ChatModelEvent } from "@tgmem/llm/openai";
import { type Outages, redisTrouble } from "@tgmem/service";
import { type Cause, causeOf, codeOf } from "./workflows/cause.ts";
import type { ModelUse } from "./model.ts";

interface ModelTrouble {
  readonly what: string;
  readonly remedy: string;
  /** Waiting alone does not help, so it is said at once. */
  readonly afterMs?: number;
}

const troubles: Partial<Record<Cause, ModelTrouble>> = {
  trouble: {
    what: "the model does not answer",
    remedy:
      "look at the status of the provider of OPENROUTER_BASE_URL, or name other models in OPENROUTER_FALLBACK_MODELS",
  },
  no_credit: {
    what: "the account at the provider is empty",
    remedy: "add credit to the account of OPEN_ROUTER_API_KEY",
    afterMs: 0,
  },
  set_up: {
    what: "the provider refuses the key or the model",
    remedy: "check OPEN_ROUTER_API_KEY, OPENROUTER_CHAT_MODEL and OPENROUTER_BASE_URL",
    afterMs: 0,
  },
};

/** Turns what models do into outages. Only that of the chat is one: summaries wait without anybody's notice. */
export const modelOutages =
  (outages: Pick<Outages, "failed">) =>
  (use: ModelUse, event: ChatModelEvent): void => {
    if (use !== "chat") return;
    if (event.type !== "failed" || event.error.code === "aborted") return;
    const trouble = troubles[causeOf(event.error)];
    if (trouble) outages.failed("model", { ...trouble, err: event.error });
  };

/** The errors of what is kept in Redis, and of its client. */
const ofRedis: ReadonlySet<string> = new Set(["QueueError", "MemoryError", "ReplyError", "Error"]);
/** Trouble of these codes says nothing of Redis. */
const ofOthers: ReadonlySet<string> = new Set(["archive_unavailable", "options_differ"]);

/**
 * Takes in an error that is tried again. Gives whether it is of an outage of Redis, which is said by that; a fault of ours, or a
 * store that is damaged, is none.
 */
export function isOfOutage(outages: Pick<Outages, "failed">, error: unknown): boolean {
  if (!(error instanceof Error) || !ofRedis.has(error.name)) return false;
  if (causeOf(error) !== "trouble" || ofOthers.has(codeOf(error))) return false;
  outages.failed("redis", { ...redisTrouble(error), err: error });
  return true;
}
