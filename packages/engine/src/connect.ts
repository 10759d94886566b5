import { HatchetClient } from "@hatchet-dev/typescript-sdk";
import { EngineError } from "./errors.ts";
import { createHeartbeats, type Heartbeats } from "./heartbeats/heartbeats.ts";
import { shareHeartbeats } from "./heartbeats/share-heartbeats.ts";
import { createLogBridge, type LogListener } from "./log.ts";

export interface ConnectOptions {
  readonly token: string;
  /** gRPC address, `host:port`; else the one in the token. */
  readonly hostPort?: string | undefined;
  /** @default "tls" */
  readonly tls?: "none" | "tls" | "mtls" | undefined;
  /** REST address; else the one in the token. A worker needs it to stop in order. */
  readonly apiUrl?: string | undefined;
  /** Keeps workflows and runs of several installations in one engine apart: lower-case letters, digits, `_` and `-`. */
  readonly namespace?: string | undefined;
  /** Warnings and errors of the SDK. */
  readonly onLog?: LogListener | undefined;
  /** What sends the heartbeats of its workers. A process with several clients gives them one. @default one of its own */
  readonly heartbeats?: Heartbeats;
}

/** A client of the engine. It connects when it is used, and does not keep the process alive. */
export interface Engine {
  readonly client: HatchetClient;
  readonly namespace: string;
  /** Every line of the SDK, `debug` too; returns what ends it. */
  readonly listen: (listener: LogListener) => () => void;
}

/** Makes a client. Throws `invalid_argument` for a token that is none or a namespace with other characters. */
export function connectEngine(options: ConnectOptions): Engine {
  const { token, hostPort, tls = "tls", apiUrl, namespace = "", onLog } = options;
  const { heartbeats = createHeartbeats() } = options;
  if (!/^[a-z0-9_-]*$/.test(namespace)) {
    throw new EngineError(
      "invalid_argument",
      `Expected the namespace to be lower-case letters, digits, _ and -, got ${JSON.stringify(namespace)}.`,
    );
  }
  const bridge = createLogBridge();
  if (onLog)
    bridge.listen((log) =>
      log.level === "warn" || log.level === "error" ? onLog(log) : undefined,
    );
  try {
    const client = HatchetClient.init({
      token,
      namespace,
      tls_config: { tls_strategy: tls },
      ...(hostPort === undefined ? {} : { host_port: hostPort }),
      ...(apiUrl === undefined ? {} : { api_url: apiUrl }),
      logger: bridge.logger,
      // OFF would compare as lower than DEBUG and print everything.
      log_level: "ERROR",
      // Its own server says ready while the engine is away, and a taken port keeps the worker from starting.
      healthcheck: { enabled: false, port: 0 },
      // Few and quick: while the engine is away a message shall wait in its list, not in a call.
      retrier: { maxAttempts: 3, initialInterval: 0.1, maxJitter: 50 },
    });
    shareHeartbeats(client, heartbeats);
    return { client, namespace, listen: bridge.listen };
  } catch (cause) {
    throw new EngineError(
      "invalid_argument",
      "No client can be made of these options: check HATCHET_CLIENT_TOKEN and the addresses.",
      { cause },
    );
  }
}
