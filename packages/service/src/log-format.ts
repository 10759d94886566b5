import type { DestinationStream } from "pino";

/** How log lines look; `auto` is `pretty` in a terminal and `json` everywhere else. */
export type LogFormat = "auto" | "json" | "pretty";

/**
 * Makes what shows log lines on stdout; undefined = as they are, in JSON. A pretty line is one line, with the messages of an
 * error and its causes: their stacks are in the JSON.
 */
export async function logDestination(format: LogFormat): Promise<DestinationStream | undefined> {
  const isPretty = format === "pretty" || (format === "auto" && process.stdout.isTTY);
  if (!isPretty) return undefined;
  // Nobody else has to load it.
  const { default: pinoPretty } = await import("pino-pretty");
  // In a bundle it has no names of its own, because it is CommonJS.
  const pretty = pinoPretty.prettyFactory({
    colorize: process.stdout.isTTY,
    errorLikeObjectKeys: [],
    ignore: "pid,hostname,app",
    messageFormat: "{app}: {msg}",
    singleLine: true,
    translateTime: "SYS:HH:MM:ss.l",
  });
  return {
    write(line) {
      const { err, ...fields }: Record<string, unknown> = JSON.parse(line);
      process.stdout.write(pretty(err === undefined ? fields : { ...fields, err: brief(err) }));
    },
  };
}

function brief(error: unknown): unknown {
  if (typeof error !== "object" || error === null || !("message" in error)) return error;
  return "cause" in error
    ? `${String(error.message)} ← ${String(brief(error.cause))}`
    : error.message;
}
