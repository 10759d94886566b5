import type { ChatModelEvent } from "@tgmem/llm/openai";
import type { Logger, Metrics } from "@tgmem/service";
import { inVariables } from "./in-variables.ts";
import type { ModelUse } from "./model.ts";
import type { Warn } from "./warnings.ts";

export interface ObserveModelsOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly warn: Warn;
}

/** Counts requests, tokens and money by what a model was asked for. The name of the model stands in the log alone. */
export function observeModels({
  logger,
  metrics,
  warn,
}: ObserveModelsOptions): (use: ModelUse, event: ChatModelEvent) => void {
  const requests = metrics.counter("model_requests_total", "Requests to models", [
    "use",
    "outcome",
  ]);
  const tokens = metrics.counter("model_tokens_total", "Tokens, as providers counted them", [
    "use",
    "direction",
  ]);
  const dollars = metrics.counter("model_cost_dollars_total", "US dollars, where providers say", [
    "use",
  ]);
  return (use, event) => {
    if (event.type === "usage") {
      requests.inc({ use, outcome: "answered" });
      tokens.inc({ use, direction: "input" }, event.input);
      tokens.inc({ use, direction: "output" }, event.output);
      dollars.inc({ use }, event.cost ?? 0);
      logger.debug({ use, ...event }, "model");
      return;
    }
    if (event.type === "breaker_closed") {
      logger.debug({ use, ...event }, "model");
      return;
    }
    const { model, error } = event;
    if (event.type === "failed") {
      if (event.requests > 0) requests.inc({ use, outcome: error.code });
      logger.debug({ use, ...event, error: error.code }, "model");
      return;
    }
    if (event.type === "breaker_opened") {
      const fields = { use, model, code: error.code, openMs: event.openMs };
      logger.debug(fields, "a model in trouble is not asked for a while");
      return;
    }
    const { attempt, next, delayMs } = event;
    const { code } = error;
    requests.inc({ use, outcome: code });
    const reason = inVariables(error.message);
    const fields = { use, model, attempt, code, reason, next, delayMs };
    // What is asked again may pass; what goes on is an outage, or a summary that fails, and is said as that.
    if (next === "again") logger.debug(fields, "a request to a model failed");
    else warn(`model ${use} ${code}`, fields, "a request to a model failed");
  };
}
