import { createServer, type Server, type ServerResponse } from "node:http";
import { withDeadline } from "./deadline.ts";
import type { Metrics } from "./metrics.ts";
import type { Outages } from "./outages.ts";

/** Looks without changing anything; false or rejected = not ready. It is not asked again while it has not answered. */
type Check = () => boolean | Promise<boolean>;

const checkDeadlineMs = 2_000;

/** The health of a process, as its HTTP server shows it. */
export interface Health {
  /** Adds something without which this process cannot do its work. */
  check(name: string, check: Check): void;
  /** Names what is not ready now; never rejects. */
  failing(): Promise<readonly string[]>;
  /** Says from now on that the process is not ready, so that nothing new is sent here. */
  draining(): void;
  /** Begins to serve; resolves with the port, which is a free one for 0. Rejects when somebody else has it. */
  listen(host: string, port: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * Makes the HTTP server of a process: `/livez` answers while the event loop does. `/readyz` asks every check, each with
 * a deadline of 2 s, and names those that failed, and the outages of this moment. `/metrics` is for Prometheus.
 */
export function createHealth(metrics: Metrics, outages: Pick<Outages, "current">): Health {
  const checks = new Map<string, () => Promise<boolean>>();
  let draining = false;
  metrics.gauge("ready", "1 while the check succeeds, 0 while it fails", ["check"], async () => {
    const kinds = outages.current().map(({ kind }) => ({ name: kind, ok: false }));
    const results = [...(await askAll(checks)), ...kinds];
    return results.map(({ name, ok }) => ({ labels: { check: name }, value: ok ? 1 : 0 }));
  });
  const server: Server = createServer((request, response) => {
    answer(request.url ?? "/", response).catch(() => response.destroy());
  });

  async function answer(url: string, response: ServerResponse) {
    if (url === "/livez") return reply(response, 200, { status: "live" });
    if (url === "/readyz") {
      const failed = await failing();
      return reply(
        response,
        failed.length ? 503 : 200,
        failed.length ? { status: "not ready", failed } : { status: "ready" },
      );
    }
    if (url === "/metrics") {
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4" });
      return response.end(await metrics.text());
    }
    return reply(response, 404, {
      status: "unknown path",
      paths: ["/livez", "/readyz", "/metrics"],
    });
  }

  async function failing(): Promise<string[]> {
    if (draining) return ["draining"];
    const kinds = outages.current().map(({ kind }) => kind);
    return [...new Set([...kinds, ...(await failingOf(checks))])];
  }

  return {
    check: (name, check) => void checks.set(name, onceAtATime(check)),
    failing,
    draining: () => void (draining = true),
    async listen(host, port) {
      await new Promise<void>((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) =>
          reject(error.code === "EADDRINUSE" ? portTaken(host, port, error) : error),
        );
        server.listen(port, host, resolve);
      });
      // A probe that stays connected must not hold the process.
      server.unref();
      const address = server.address();
      return typeof address === "object" && address ? address.port : port;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

const failingOf = async (checks: ReadonlyMap<string, () => Promise<boolean>>): Promise<string[]> =>
  (await askAll(checks)).filter(({ ok }) => !ok).map(({ name }) => name);

function askAll(
  checks: ReadonlyMap<string, () => Promise<boolean>>,
): Promise<readonly { readonly name: string; readonly ok: boolean }[]> {
  return Promise.all(
    [...checks].map(async ([name, check]) => {
      const ok = await withDeadline(check(), {
        ms: checkDeadlineMs,
        late: () => new Error(`The check ${name} did not answer.`),
      }).catch(() => false);
      return { name, ok };
    }),
  );
}

/** Asks no more while nobody has answered: whoever waits for a Redis that is away would pile up in its client. */
function onceAtATime(check: Check): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return () =>
    (asked ??= Promise.resolve()
      .then(check)
      .finally(() => (asked = undefined)));
}

const portTaken = (host: string, port: number, cause: Error) =>
  new Error(
    `METRICS_PORT: another process listens on ${host}:${port}: stop it, or choose another port (0 = any free one).`,
    { cause },
  );

function reply(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}
