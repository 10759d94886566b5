import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOfPrograms } from "@tgmem/processes";
import { expect, it } from "vitest";
import { filesOf, root } from "../files.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const alerts = [...read("observability/alerts.yml").matchAll(/alert: (\w+)/gu)].map(
  ([, name]) => name,
);
const programs = folderOfPrograms(["promtool"]);
const hasPromtool = programs !== null;
const promtool = (...args: readonly string[]) =>
  execFileSync(join(programs ?? "", "promtool"), args, {
    cwd: join(root, "observability"),
    encoding: "utf8",
  });

it("has a heading in the runbook for every alert, in the same order", () => {
  const [, runbook = ""] = read("docs/operations.md").split("\n## Alerts\n");
  const [section = ""] = runbook.split("\n## ");
  expect([...section.matchAll(/^### (\w+)$/gmu)].map(([, name]) => name)).toEqual(alerts);
});

it("has a case for every alert that fires, and one that does not", (context) => {
  context.skip(!hasPromtool, "no promtool: apt-get install prometheus");
  const cases = read("observability/alerts.test.yml").split("  - name: ").slice(1);
  expect(cases.map((text) => text.split("\n")[0])).toEqual(alerts);
  for (const text of cases) {
    const times = text.split("eval_time:").slice(1);
    expect(times.some((time) => time.includes("exp_alerts"))).toBe(true);
    expect(times.every((time) => time.includes("exp_alerts"))).toBe(false);
  }
  expect(promtool("test", "rules", "alerts.test.yml")).toContain("SUCCESS");
});

it.for(["prometheus.yml", "prometheus.native.yml"])(
  "has a configuration that Prometheus takes: %s",
  (file, context) => {
    context.skip(!hasPromtool, "no promtool: apt-get install prometheus");
    expect(promtool("check", "config", file)).toContain(`${alerts.length} rules found`);
  },
);

it("mounts in compose only files that there are", () => {
  const mounts = [...read("docker-compose.yml").matchAll(/\.\/(observability\/[^:]+):/gu)].map(
    ([, path]) => path,
  );
  const files = filesOf("observability");
  expect(mounts).toHaveLength(5);
  expect(mounts.filter((path) => !files.includes(path ?? ""))).toEqual([]);
});
