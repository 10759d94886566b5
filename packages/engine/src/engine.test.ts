import { randomUUID } from "node:crypto";
import type { JobRef, Workflow } from "@tgmem/contracts";
import { testEngine } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { connectEngine, type Engine } from "./connect.ts";
import type { EngineError } from "./errors.ts";
import { createHeartbeats } from "./heartbeats/heartbeats.ts";
import { starter } from "./starter.ts";
import type { WorkerTask } from "./task.ts";
import { type EngineWorker, startWorker, type WorkerOptions } from "./worker.ts";

const server = await testEngine();
afterAll(() => server.stop({ drop: true }));

const chat = "ai-chat-workflow" satisfies Workflow;
const summarize = "memory-summarize-workflow" satisfies Workflow;
const isolated = () => `test-${randomUUID()}`;

function connect(namespace: string, heartbeats = createHeartbeats()): Engine {
  const {
    HATCHET_CLIENT_TOKEN: token,
    HATCHET_CLIENT_HOST_PORT: hostPort,
    HATCHET_CLIENT_API_URL: apiUrl,
  } = server.clientEnv;
  return connectEngine({ token, hostPort, apiUrl, tls: "none", namespace, heartbeats });
}
async function work(
  engine: Engine,
  run: WorkerTask["run"],
  options: Partial<WorkerOptions> = {},
): Promise<EngineWorker> {
  const task = { run, executionTimeoutMs: 60_000 };
  const tasks: WorkerTask[] = [
    { ...task, workflow: chat },
    { ...task, workflow: summarize },
  ];
  const worker = await startWorker(engine, { name: "test", tasks, drainMs: 100, ...options });
  onTestFinished(async () => void (await worker.stop()));
  return worker;
}
const refs = (count: number): JobRef[] =>
  Array.from({ length: count }, (_, i) => ({ lane: `chat:${i}`, id: `tg:1:${i}:1` }));

/** Runs that wait for each other's end, so that a test decides when they end. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: () => resolve(), opened: promise };
}

/** Counts the lines of the SDK that begin so. */
function countLines(engine: Engine, beginning: string): () => number {
  let count = 0;
  engine.listen(({ message }) => void (count += message.startsWith(beginning) ? 1 : 0));
  return () => count;
}
/** Counts the heartbeats that were sent. */
const countBeats = (engine: Engine) => countLines(engine, "Heartbeat sent");

/** Blocks this thread, as a long computation would. */
const block = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

describe.skipIf(server.missing)("on a real engine", () => {
  it("starts 50 runs once each, and finds those alive that run", async () => {
    const engine = connect(isolated());
    const seen: string[] = [];
    const { open, opened } = gate();
    const worker = await work(engine, async ({ lane, id }) => {
      seen.push(`${lane} ${id}`);
      await opened;
    });
    const start = starter(engine, chat);
    expect(await start(refs(50))).toEqual({ started: 50, alive: 0 });
    expect(await start(refs(50))).toEqual({ started: 0, alive: 50 });
    expect(await start([...refs(50).slice(0, 2), { lane: "chat:new", id: "new" }])).toEqual({
      started: 1,
      alive: 2,
    });
    await until(() => worker.health().running === 51, { what: "51 runs" });
    expect(await start(refs(1))).toEqual({ started: 0, alive: 1 });
    open();
    await until(() => worker.health().running === 0, { what: "the end of all runs" });
    expect(seen.toSorted()).toEqual(
      [...refs(50).map(({ lane, id }) => `${lane} ${id}`), "chat:new new"].toSorted(),
    );
  });

  it("starts a run again whose last one has ended", async () => {
    const engine = connect(isolated());
    let runs = 0;
    await work(engine, async () => void runs++);
    const start = starter(engine, chat);
    await start(refs(1));
    await until(() => runs === 1, { what: "the first run" });
    await until(async () => (await start(refs(1))).started === 1, {
      everyMs: 50,
      what: "the key to be free",
    });
    await until(() => runs === 2, { what: "the second run" });
  });

  it("keeps the keys of workflows apart", async () => {
    const engine = connect(isolated());
    const { open, opened } = gate();
    await work(engine, () => opened);
    expect(await starter(engine, chat)(refs(1))).toEqual({ started: 1, alive: 0 });
    expect(await starter(engine, summarize)(refs(1))).toEqual({ started: 1, alive: 0 });
    open();
  });

  it("starts more than a call takes", async () => {
    const engine = connect(isolated());
    await work(engine, async () => {});
    expect(await starter(engine, chat)(refs(101))).toEqual({ started: 101, alive: 0 });
  });

  it("says that no worker has registered the workflow", async () => {
    await expect(starter(connect(isolated()), chat)(refs(1))).rejects.toMatchObject({
      code: "workflow_unknown",
      retryable: true,
    });
  });

  it.skipIf(!server.owned)("leaves nothing but lane and id in the engine's database", async () => {
    const engine = connect(isolated());
    let runs = 0;
    await work(engine, async () => void runs++);
    const job = { lane: "chat:privacy", id: "privacy", text: "my secret" };
    await starter(engine, chat)([job]);
    await until(() => runs === 1, { what: "the run" });
    const rows = await server.sql(
      "SELECT inline_content::text AS input FROM v1_payload WHERE inline_content::text LIKE '%privacy%'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { input } of rows)
      expect(String(input)).toContain('"input": {"id": "privacy", "lane": "chat:privacy"}');
    expect(JSON.stringify(rows)).not.toContain("secret");
  });

  it("lets running tasks end when it stops, and leaves new ones to other workers", async () => {
    const engine = connect(isolated());
    const ended: string[] = [];
    const { open, opened } = gate();
    const leaving = await work(
      engine,
      async ({ id }) => {
        await opened;
        ended.push(id);
      },
      { drainMs: 20_000 },
    );
    await starter(engine, chat)(refs(5));
    await until(() => leaving.health().running === 5, { what: "5 runs" });
    const stopped = leaving.stop().finally(() => ended.push("stopped"));
    expect(leaving.health()).toMatchObject({ ok: false, running: 5 });
    await work(engine, async ({ id }) => void ended.push(id));
    await starter(engine, chat)([{ lane: "chat:new", id: "new" }]);
    await until(() => ended.length > 0, { what: "the new run" });
    open();
    expect(await stopped).toEqual({ drained: true });
    expect(ended).toEqual(["new", ...refs(5).map(() => expect.stringMatching(/^tg:/)), "stopped"]);
  });

  it("aborts what still runs when the time to drain is over", async () => {
    const engine = connect(isolated());
    const stop = new AbortController();
    const aborted = Promise.withResolvers<unknown>();
    const worker = await work(
      engine,
      (_ref, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            aborted.resolve(signal.reason);
            reject(new Error("aborted"));
          });
        }),
      { drainMs: 10, signal: stop.signal },
    );
    await starter(engine, chat)(refs(1));
    await until(() => worker.health().running === 1, { what: "the run" });
    stop.abort();
    expect(await worker.stop()).toEqual({ drained: false });
    expect(await aborted.promise).toMatchObject({ name: "EngineError", code: "worker_lost" });
  });

  it("fails a run with a wrong input at once, and does not call the task", async () => {
    const engine = connect(isolated());
    let calls = 0;
    await work(engine, async () => void calls++);
    const ref = await engine.client.runNoWait(chat, { lane: "", id: "bad" }, {});
    const runId = await ref.runId;
    const details = await until(
      async () => {
        const run = await engine.client.runs.get(runId).catch(() => null);
        return String(run?.run.status) === "FAILED" ? run : null;
      },
      { everyMs: 100, what: "the run to fail" },
    );
    expect(details.run.errorMessage).toContain("was given no lane and id");
    expect(details.tasks.map(({ retryCount }) => retryCount)).toEqual([0]);
    expect(calls).toBe(0);
  });

  it("runs a task again that failed", async () => {
    const engine = connect(isolated());
    let calls = 0;
    await work(engine, async () => {
      calls++;
      if (calls < 3) throw new Error("not yet");
    });
    await starter(engine, chat)(refs(1));
    await until(() => calls === 3, { what: "the third try" });
  });

  it("refuses to start runs from inside a run", async () => {
    const engine = connect(isolated());
    const start = starter(engine, chat);
    const outcome = Promise.withResolvers<unknown>();
    await work(engine, async () => {
      outcome.resolve(await start(refs(2)).catch((error: unknown) => error));
    });
    await start(refs(1));
    expect(await outcome.promise).toMatchObject({ code: "inside_run" });
  });

  it("leaves the signals of the process to the process", async () => {
    const before = process.listenerCount("SIGTERM");
    await work(connect(isolated()), async () => {});
    expect(process.listenerCount("SIGTERM")).toBe(before);
  });

  it("is healthy while the engine hears it", async () => {
    const worker = await work(connect(isolated()), async () => {});
    expect(worker.health()).toMatchObject({ ok: true, running: 0 });
  });

  it.skipIf(!server.owned)("sends heartbeats while the event loop is busy", async () => {
    const namespace = isolated();
    const engine = connect(namespace);
    const sent = countBeats(engine);
    await work(engine, async () => {});
    await until(() => sent() > 0, { what: "a heartbeat" });
    const busyFromMs = Date.now();
    // The next one is due after 4 s, and the one after that only when this is over.
    block(6_000);
    const busyToMs = Date.now();
    const [row] = await server.sql(
      `SELECT extract(epoch FROM "lastHeartbeatAt") * 1000 AS ms FROM "Worker" WHERE name = $1`,
      [`${namespace}_test`],
    );
    expect(Number(row?.["ms"])).toBeGreaterThan(busyFromMs);
    expect(Number(row?.["ms"])).toBeLessThan(busyToMs);
  });

  it("sends heartbeats of those workers that have not stopped", async () => {
    const heartbeats = createHeartbeats();
    const started = async () => {
      const engine = connect(isolated(), heartbeats);
      return { sent: countBeats(engine), worker: await work(engine, async () => {}) };
    };
    const [first, second] = [await started(), await started()];
    await until(() => first.sent() > 0 && second.sent() > 0, { what: "a heartbeat of both" });
    await first.worker.stop();
    const [silent, before] = [first.sent(), second.sent()];
    await until(() => second.sent() > before, { what: "the next one" });
    expect(first.sent()).toBe(silent);
    await second.worker.stop();
    const third = await started();
    await until(() => third.sent() > 0, {
      what: "one of a worker that came after all had stopped",
    });
  });

  it.skipIf(!server.owned)(
    "is given no run before it listens again, when the engine was away for longer than it leases queues",
    async () => {
      const engine = connect(isolated());
      const inVain = countLines(engine, "Listener encountered an error");
      const ran = new Set<string>();
      await work(engine, async ({ lane }) => void ran.add(lane));
      const start = starter(engine, chat);
      const before = { lane: "before", id: "1" };
      const after = { lane: "after", id: "2" };
      await start([before]);
      await until(() => ran.has(before.lane), { what: "the first run" });
      await server.kill();
      try {
        await until(() => inVain() >= 2, { what: "two tries to listen" });
        await server.sql(`UPDATE "Lease" SET "expiresAt" = now()`);
      } finally {
        await server.boot();
      }
      await until(async () => (await start([after]).catch(() => null))?.started === 1, {
        what: "an engine that starts runs",
      });
      // A run that it was given before is found out when its time is over, a minute after its start.
      await until(() => ran.has(after.lane), { timeoutMs: 45_000, what: "the run" });
    },
  );

  it.skipIf(!server.owned)(
    "tells once that the engine does not hear the worker any more",
    async () => {
      const errors: EngineError[] = [];
      const worker = await work(connect(isolated()), async () => {}, {
        watchdogMs: 6_000,
        onFatal: (error) => void errors.push(error),
      });
      onTestFinished(() => server.boot());
      await server.kill();
      await until(() => errors.length > 0, { what: "the watchdog" });
      expect(errors).toMatchObject([{ code: "worker_lost", retryable: false }]);
      expect(worker.health().ok).toBe(false);
    },
  );
});
