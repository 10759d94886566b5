import { readFile } from "node:fs/promises";
import { freePorts, until } from "@tgmem/processes";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { hasPrometheus, startPrometheus } from "./prometheus.kit.ts";
import { createTelegramWorld, type TelegramWorld } from "./telegram.kit.ts";

const Dashboard = z.object({
  panels: z.array(
    z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).default([]) }),
  ),
});
const dashboard = new URL("../../observability/grafana/dashboard.json", import.meta.url);

let here: TelegramWorld;
beforeAll(async () => {
  if (hasPrometheus) here = await createTelegramWorld();
}, 900_000);
afterAll(() => here?.close());
beforeEach((context) => context.skip(!hasPrometheus, "no Prometheus: apt-get install prometheus"));

it("fills every panel of the dashboard from real processes, and alarms when one of them is killed", async () => {
  const { world, telegram } = here;
  const apps = ["receiver", "consumer", "worker", "sender"] as const;
  const [first, second, third, fourth] = await freePorts(4);
  const ports = { receiver: first!, consumer: second!, worker: third!, sender: fourth! };
  const prometheus = await startPrometheus(ports);
  try {
    const [, , , sender] = await Promise.all(
      apps.map((app) =>
        world.start(app, {
          ...here.env,
          SEND_CHAT_INTERVAL_MS: "0",
          SUMMARIZE_EVERY: "2",
          METRICS_PORT: String(ports[app]),
        }),
      ),
    );
    const talk = async (from: number) => {
      for (let index = from; index < from + 6; index++) telegram.say("2001", `message ${index}`);
      await until(() => telegram.sent.length >= from + 6, { timeoutMs: 120_000 });
    };
    await talk(0);
    // A rate takes two looks, of which the first knows the counter.
    await until(async () => (await prometheus.query("tgmem_worker_summaries_total")).length > 0);
    await talk(6);

    const { panels } = Dashboard.parse(JSON.parse(await readFile(dashboard, "utf8")));
    for (const { title, targets } of panels)
      for (const { expr } of targets)
        await until(async () => (await prometheus.query(expr)).length > 0, {
          what: title,
          everyMs: 200,
        });
    // Each answer once, by the look after it.
    const isAllSeen = "sum(tgmem_sender_answer_seconds_count) == 12";
    await until(async () => (await prometheus.query(isAllSeen)).length > 0);
    await until(async () => (await prometheus.query('up{job="tgmem"} == 1')).length === 4);
    expect((await prometheus.rules()).filter(({ health }) => health === "err")).toEqual([]);
    expect((await prometheus.firing()).map(({ alertname }) => alertname)).not.toContain(
      "ProcessDown",
    );

    await sender?.stop("SIGKILL");
    await until(async () =>
      (await prometheus.firing()).some(
        ({ alertname, app }) => alertname === "ProcessDown" && app === "sender",
      ),
    );
  } finally {
    await prometheus.close();
  }
}, 600_000);
