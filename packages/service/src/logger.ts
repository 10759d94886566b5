import { pino, type DestinationStream, type Logger } from "pino";

export type { Logger };

/**
 * Writes JSON lines on stdout. Errors are cut down to name, code, message, stack and cause: clients hang requests on
 * their errors (ioredis the command with its arguments, openai the body), and those hold message texts.
 */
export function createLogger(
  app: string,
  level: string,
  destination: DestinationStream = pino.destination(1),
  /** Hears every line, as JSON. */
  onLine?: (line: string) => void,
): Logger {
  const options = { level, base: { app }, serializers: { err: describeError } };
  if (!onLine) return pino(options, destination);
  return pino(options, {
    write(line) {
      destination.write(line);
      onLine(line);
    },
  });
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error))
    return { message: typeof error === "string" ? error : typeof error };
  const code: unknown = "code" in error ? error.code : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
