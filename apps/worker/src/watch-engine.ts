import { type Outages, pause, repeat } from "@tgmem/service";

const trouble = {
  what: "the engine does not answer",
  remedy:
    "check that it runs, and HATCHET_CLIENT_HOST_PORT, HATCHET_CLIENT_API_URL and HATCHET_CLIENT_TOKEN",
};

/** What is told of the engine, and until when. */
export interface WatchEngineOptions {
  readonly outages: Pick<Outages, "failed" | "worked">;
  /** The time between two looks, in ms. @default 5_000 */
  readonly everyMs?: number;
  readonly signal: AbortSignal;
}

/** Asks the engine until it answers; rejects with the signal's reason when that aborts before. */
export async function untilEngineAnswers(
  ask: () => Promise<unknown>,
  { outages, everyMs = 5_000, signal }: WatchEngineOptions,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    try {
      await ask();
      return outages.worked("engine");
    } catch (err) {
      outages.failed("engine", { ...trouble, err });
      await pause(everyMs, { signal });
    }
  }
}

/** Looks every few seconds whether the engine hears this process, until the signal. */
export function watchEngine(
  isHeard: () => boolean,
  { outages, everyMs = 5_000, signal }: WatchEngineOptions,
): Promise<void> {
  const look = () => (isHeard() ? outages.worked("engine") : outages.failed("engine", trouble));
  return repeat(look, { everyMs, onError: () => {}, signal });
}
