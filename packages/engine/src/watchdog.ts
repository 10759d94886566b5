import type { EngineLog } from "./log.ts";

/**
 * Knows whether the engine still hears the worker. The engine can lose a worker that goes on believing in itself, and
 * refused heartbeats are logged as if they would pass, so the only sign of life is a heartbeat that was sent.
 */
export function createWatchdog(limitMs: number, onDead: () => void) {
  let lastMs = performance.now();
  let timer = setTimeout(onDead, limitMs);
  timer.unref();
  return {
    feed({ component, message }: EngineLog): void {
      if (component !== "HeartbeatController" || !message.startsWith("Heartbeat sent ")) return;
      lastMs = performance.now();
      clearTimeout(timer);
      timer = setTimeout(onDead, limitMs);
      timer.unref();
    },
    ageMs: (): number => performance.now() - lastMs,
    stop: (): void => clearTimeout(timer),
  };
}
