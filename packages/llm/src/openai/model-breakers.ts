import type { Completion } from "../chat-model.ts";
import { LlmError } from "../errors.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import type { Failure } from "./failure.ts";
import type { BreakerOptions, ChatModelEvent } from "./options.ts";
import type { Limits } from "./request.ts";

export const defaultBreaker: BreakerOptions = { failures: 5, openMs: 5_000, maxOpenMs: 30_000 };

export interface ModelBreakersOptions {
  readonly now: () => number;
  readonly onEvent: (event: ChatModelEvent) => void;
}

/** A circuit breaker for each model. */
export function modelBreakers(
  options: BreakerOptions | false,
  { now, onEvent }: ModelBreakersOptions,
) {
  const breakers = new Map<string, ReturnType<typeof circuitBreaker>>();

  function breakerOf(model: string, rules: BreakerOptions) {
    const made = circuitBreaker({
      ...rules,
      model,
      now,
      onOpened: (error, openMs) => onEvent({ type: "breaker_opened", model, error, openMs }),
      onClosed: () => onEvent({ type: "breaker_closed", model }),
    });
    breakers.set(model, made);
    return made;
  }

  return {
    /** Makes the request, unless the model is in trouble: then the failure says so, and the next model may help. */
    async guard(
      model: string,
      { remainingMs }: Pick<Limits, "remainingMs">,
      request: () => Promise<Completion | Failure>,
    ): Promise<Completion | Failure> {
      if (options === false) return request();
      const breaker = breakers.get(model) ?? breakerOf(model, options);
      const ticket = breaker.begin();
      if (ticket instanceof LlmError) return { error: ticket, remedy: { do: "next_model" } };
      const result = await request();
      const error = "error" in result ? result.error : undefined;
      // A short deadline of the caller is no trouble of the model.
      const isOver = error?.code === "timeout" && remainingMs() <= 0;
      if (isOver || error?.code === "aborted" || error?.code === "invalid_argument")
        ticket.cancel();
      else ticket.settle(error);
      return result;
    },
  };
}
