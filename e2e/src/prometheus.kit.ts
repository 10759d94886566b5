import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dieWithUs, folderOfPrograms, freePort, until } from "@tgmem/processes";
import { z } from "zod";

const folder = new URL("../../observability/", import.meta.url);

/** Whether the program is here; .ci/run installs it. */
const programs = folderOfPrograms(["prometheus"]);
export const hasPrometheus = programs !== null;

const text = (name: string) => readFile(new URL(name, folder), "utf8");

const Vector = z.object({
  status: z.literal("success"),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});
const Rules = z.object({
  data: z.object({
    groups: z.array(
      z.object({ rules: z.array(z.object({ name: z.string(), health: z.string() })) }),
    ),
  }),
});
const Alerts = z.object({
  data: z.object({
    alerts: z.array(z.object({ labels: z.record(z.string(), z.string()), state: z.string() })),
  }),
});

/** The Prometheus of the compose file, which looks every second and waits before no alert, at processes of this machine. */
export async function startPrometheus(ports: Readonly<Record<string, number>>) {
  const data = await mkdtemp(join(tmpdir(), "tgmem-prometheus-"));
  const port = await freePort();
  const config = (await text("prometheus.yml"))
    .replaceAll("_interval: 15s", "_interval: 1s")
    .replaceAll(/"(\w+):9100"/gu, (_, app: string) => `"127.0.0.1:${ports[app]}"`);
  await writeFile(join(data, "prometheus.yml"), config);
  await writeFile(
    join(data, "alerts.yml"),
    (await text("alerts.yml")).replaceAll(/ for: .+/gu, ""),
  );
  const program = spawn(
    join(programs ?? "", "prometheus"),
    [
      `--config.file=${join(data, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(data, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: "ignore" },
  );
  const ended = once(program, "exit");
  dieWithUs(program);
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path: string) => (await fetch(url + path)).json();
  await until(
    () =>
      fetch(`${url}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    { what: "Prometheus" },
  );
  return {
    async query(expression: string) {
      const answer = await ask(`/api/v1/query?query=${encodeURIComponent(expression)}`);
      return Vector.parse(answer).data.result;
    },
    async rules() {
      const { groups } = Rules.parse(await ask("/api/v1/rules")).data;
      return groups.flatMap(({ rules }) => rules);
    },
    async firing() {
      const { alerts } = Alerts.parse(await ask("/api/v1/alerts")).data;
      return alerts.filter(({ state }) => state === "firing").map(({ labels }) => labels);
    },
    async close() {
      program.kill("SIGKILL");
      await ended;
      await rm(data, { recursive: true });
    },
  };
}
