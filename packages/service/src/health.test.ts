import { afterEach, expect, it } from "vitest";
import { createHealth, type Health } from "./health.ts";
import { createMetrics } from "./metrics.ts";
import { createOutages } from "./outages.ts";
import { recordingLogger } from "./testing/recording-logger.ts";

let health: Health;
afterEach(() => health.close());

async function start() {
  const metrics = createMetrics("test");
  const outages = createOutages(recordingLogger().logger);
  health = createHealth(metrics, outages);
  const port = await health.listen("127.0.0.1", 0);
  return { metrics, outages, get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
}

it("is live and ready while every check passes", async () => {
  const { get } = await start();
  health.check("redis", async () => true);
  expect((await get("/livez")).status).toBe(200);
  expect((await get("/readyz")).status).toBe(200);
});

it("names the checks that fail, whether they say no, throw or never answer", async () => {
  const { get } = await start();
  health.check("ok", () => true);
  health.check("no", () => false);
  health.check("throws", () => Promise.reject(new Error("down")));
  health.check("hangs", () => new Promise<boolean>(() => {}));
  const response = await get("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: "not ready", failed: ["no", "throws", "hangs"] });
});

it("asks a check that does not answer once, however often somebody wants to know", async () => {
  const { get } = await start();
  let asked = 0;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  health.check("hangs", () => {
    asked++;
    return promise;
  });
  await Promise.all([get("/readyz"), get("/readyz"), get("/metrics")]);
  expect(asked).toBe(1);
  resolve(true);
  await promise;
  expect((await get("/readyz")).status).toBe(200);
  expect(asked).toBe(2);
});

it("is not ready during an outage, names it once, and is ready when it is over", async () => {
  const { get, outages } = await start();
  health.check("redis", () => outages.current().length === 0);
  outages.failed("redis", { what: "full", afterMs: 0 });
  outages.failed("model", { what: "no key", afterMs: 0 });
  const response = await get("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: "not ready", failed: ["redis", "model"] });
  outages.worked("redis");
  outages.worked("model");
  expect((await get("/readyz")).status).toBe(200);
});

it("is live but not ready while it drains", async () => {
  const { get } = await start();
  health.draining();
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/livez")).status).toBe(200);
});

it("serves its counters to Prometheus under the name of the app", async () => {
  const { get, metrics } = await start();
  metrics.counter("dropped_total", "Jobs dropped", ["reason"]).inc({ reason: "stranger" });
  expect(await (await get("/metrics")).text()).toContain(
    'tgmem_test_dropped_total{reason="stranger"} 1',
  );
});

it("shows each check as a figure", async () => {
  const { metrics } = await start();
  health.check("redis", () => true);
  health.check("engine", () => Promise.reject(new Error("down")));
  const text = await metrics.text();
  expect(text).toContain('tgmem_test_ready{check="redis"} 1\n');
  expect(text).toContain('tgmem_test_ready{check="engine"} 0\n');
});

it("names the variable when another process has its port", async () => {
  const { get } = await start();
  const port = Number(new URL((await get("/livez")).url).port);
  const other = createHealth(createMetrics("other"), createOutages(recordingLogger().logger));
  await expect(other.listen("127.0.0.1", port)).rejects.toThrow(
    `METRICS_PORT: another process listens on 127.0.0.1:${port}`,
  );
});
