const signals = ["SIGTERM", "SIGINT"] as const;

/** Calls the SDK and removes the signal handlers that it installs: when a process stops is for the process to say. */
export function withoutSignalHandlers<T>(create: () => T): T {
  const known = signals.map((signal) => ({
    signal,
    listeners: new Set(process.listeners(signal)),
  }));
  const created = create();
  for (const { signal, listeners } of known) {
    for (const listener of process.listeners(signal))
      if (!listeners.has(listener)) process.off(signal, listener);
  }
  return created;
}
