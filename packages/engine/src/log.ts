export interface EngineLog {
  readonly level: "debug" | "info" | "warn" | "error";
  /** Which part of the SDK speaks, for instance `HeartbeatController`. */
  readonly component: string;
  readonly message: string;
}

export type LogListener = (log: EngineLog) => void;

/** Every line of the SDK, for whoever listens. Errors and extras that come with a line are left out: they may hold inputs. */
export function createLogBridge() {
  const listeners = new Set<LogListener>();
  const say = (level: EngineLog["level"], component: string) => (message: string) => {
    for (const listener of listeners) listener({ level, component, message });
  };
  return {
    /** Returns what ends it. */
    listen: (listener: LogListener): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    logger: (component: string) => ({
      debug: say("debug", component),
      info: say("info", component),
      green: say("info", component),
      warn: say("warn", component),
      error: say("error", component),
    }),
  };
}
