import { once } from "node:events";
import { buildName } from "./build-name.ts";
import { describeEnv, EnvError, type EnvSchema, parseEnv } from "./env.ts";
import { giveBackMemory } from "./give-back-memory.ts";
import { createHealth, type Health } from "./health.ts";
import { type LogFormat, logDestination } from "./log-format.ts";
import { createLogger, type Logger } from "./logger.ts";
import { createLineShare, type LineShare } from "./share-lines.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createOutages, type Outages } from "./outages.ts";
import { announce, type Presence } from "./processes/announce.ts";
import { createTwinWatch } from "./processes/watch-twins.ts";
import { createTracing } from "./tracing/create-tracing.ts";
import type { Tracing } from "./tracing/tracing.ts";
import type { TracingEnv } from "./variables/tracing.ts";

/** The exit codes of every process: 0 stopped as asked, 1 failed, 2 wrong configuration. A service may have more. */
const exit = { stopped: 0, failed: 1, misconfigured: 2 } as const;

/** The time that a process takes to load all that its start needs, lazily loaded parts included. */
const settledMs = 5_000;

/** What each code tells a supervisor, for `--help`. */
const meanings: Readonly<Record<number, string>> = {
  [exit.stopped]: "stopped as asked",
  [exit.failed]: "failed: start again",
  [exit.misconfigured]: "a variable is missing or wrong: starting again does not help",
};

/** Where a process is announced and shows its log lines. */
type Announcing = Parameters<typeof announce>[0] & Parameters<LineShare["to"]>[0];

/** What a service starts with. */
export interface ServiceContext<Env> {
  readonly env: Env;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly outages: Outages;
  readonly tracing: Tracing;
  /** Lets operators see in Redis that this process is there, and whether it is ready. */
  readonly announce: (redis: Announcing, options?: { readonly account?: string }) => Presence;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  /**
   * Handles an error from which only a restart recovers: logs it, stops in order, and exits with `code`, or that of
   * `exits`.
   */
  readonly fail: (error: unknown, code?: number) => void;
}

/** The variables that `processVariables` gives. */
interface ProcessEnv extends TracingEnv {
  readonly LOG_LEVEL: string;
  readonly LOG_FORMAT: LogFormat;
  readonly METRICS_HOST: string;
  readonly METRICS_PORT: number;
}

/** The exit codes of a service's own, which are 3 and above. */
export interface Exits {
  readonly meanings: Readonly<Record<number, string>>;
  /** Picks the code for an error; undefined = 1. */
  readonly codeOf: (error: unknown) => number | undefined;
}

/** What `runService` runs. */
export interface Service<Env extends ProcessEnv> {
  readonly name: string;
  /** Describes the service in one sentence, for `--help`. */
  readonly description: string;
  readonly env: EnvSchema<Env>;
  readonly exits?: Exits;
  /**
   * Connects and starts; resolves when the work runs, with what has to be done at the end. The steps run one after
   * another in the given order, each to its end, also when an earlier one fails; `stopDeadlineMs` bounds them all.
   */
  start(context: ServiceContext<Env>): Promise<readonly (() => unknown)[]>;
  /** The longest time that the stop may take, in ms; then the process exits. @default 30_000 */
  readonly stopDeadlineMs?: number;
}

/**
 * Lives the life of a process: parses the environment, starts, runs until it is told to stop, stops in order, exits.
 */
export async function runService<Env extends ProcessEnv>(service: Service<Env>): Promise<void> {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    const codes = Object.entries({ ...meanings, ...service.exits?.meanings });
    const exits = codes.map(([code, meaning]) => `  ${code}  ${meaning}`).join("\n");
    process.stdout.write(
      `${service.name}: ${service.description}\n\nVariables:\n${describeEnv(service.env)}\n\nExit codes:\n${exits}\n`,
    );
    return;
  }
  const env = readEnv(service);
  if (!env) return;
  const lines = createLineShare();
  const destination = await logDestination(env.LOG_FORMAT);
  const logger = createLogger(service.name, env.LOG_LEVEL, destination, (line) =>
    lines.write(line),
  );
  const metrics = createMetrics(service.name);
  const outages = createOutages(logger);
  const tracing = await createTracing(service.name, env);
  const health = createHealth(metrics, outages);
  const stopping = new AbortController();
  let code: number = exit.stopped;

  const fail = (error: unknown, failCode?: number) => {
    logger.fatal({ err: error }, "failed");
    code ||= failCode ?? service.exits?.codeOf(error) ?? exit.failed;
    stopping.abort();
  };
  process.on("uncaughtException", (error) => fail(error));
  process.on("unhandledRejection", (error) => fail(error));
  for (const name of ["SIGTERM", "SIGINT"] as const)
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(exit.failed);
      logger.info({ signal: name }, "stopping");
      stopping.abort();
    });

  // Holds the process until its exit: a connection that is being made does not.
  setInterval(() => {}, 1 << 30);
  // From here on, and not from the end of the start: a start can hang.
  stopping.signal.addEventListener("abort", () => {
    setTimeout(() => {
      logger.error("not stopped in time");
      logger.flush();
      process.exit(code || exit.failed);
    }, service.stopDeadlineMs ?? 30_000).unref();
  });
  let steps: readonly (() => unknown)[] = [];
  try {
    const port = await health.listen(env.METRICS_HOST, env.METRICS_PORT);
    const { name } = service;
    steps = await service.start({
      env,
      logger,
      metrics,
      health,
      outages,
      tracing,
      announce: (redis, { account } = {}) => {
        lines.to(redis);
        const facts = {
          name,
          port,
          ...(buildName !== undefined && { build: buildName }),
          failing: () => health.failing(),
          outages: () => outages.current(),
        };
        if (account === undefined) return announce(redis, facts);
        const onBeat = createTwinWatch(redis, { logger, name, account });
        return announce(redis, { ...facts, account }, { onBeat });
      },
      signal: stopping.signal,
      fail,
    });
    logger.info({ port, build: buildName }, "started");
    setTimeout(giveBackMemory, settledMs).unref();
  } catch (error) {
    // A start that is given up because of a signal has not failed.
    if (!stopping.signal.aborted) fail(error);
  }
  if (!stopping.signal.aborted) await once(stopping.signal, "abort");

  health.draining();
  for (const step of [...steps, () => tracing.close(), () => health.close()])
    try {
      await step();
    } catch (error) {
      logger.error({ err: error }, "a step of the stop failed");
      code ||= exit.failed;
    }
  logger.info({ code }, "stopped");
  logger.flush();
  process.exit(code);
}

function readEnv<Env extends ProcessEnv>(service: Service<Env>): Env | undefined {
  try {
    return parseEnv(service.env, process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    const list = error.problems.map((problem) => `  - ${problem}`).join("\n");
    process.stderr.write(`${service.name} cannot start:\n${list}\n`);
    process.exitCode = exit.misconfigured;
    return undefined;
  }
}
