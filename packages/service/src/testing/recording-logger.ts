import { createLogger, type Logger } from "../logger.ts";

/** A log that keeps its lines, as the JSON that the apps write. */
export function recordingLogger(level = "info"): {
  readonly logger: Logger;
  readonly lines: readonly string[];
} {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line.trim()) };
  return { logger: createLogger("test", level, destination), lines };
}
