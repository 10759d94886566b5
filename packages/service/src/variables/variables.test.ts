import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as service from "../index.ts";

const root = join(import.meta.dirname, "../../../..");
const groups = Object.entries({
  ...service,
  processVariables: service.processVariables("worker"),
}).filter(([name]) => name.endsWith("Variables"));
const defined = new Set(groups.flatMap(([, group]) => Object.keys(group)));

it(".env.example names every variable, and no other", async () => {
  const example = await readFile(join(root, ".env.example"), "utf8");
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gmu)].map(([, name]) => name);
  expect(new Set(named)).toEqual(defined);
});

it("docker-compose.yml gives every variable to a container", async () => {
  const compose = await readFile(join(root, "docker-compose.yml"), "utf8");
  for (const name of defined) expect(compose).toMatch(new RegExp(`^ +${name}: `, "mu"));
});

it("every group of variables is read by an app, and no app has one of its own", async () => {
  const entries = await readdir(join(root, "apps"), { withFileTypes: true });
  const apps = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const text = (await Promise.all(apps.map(sourceOf))).join("\n");
  for (const [name] of groups) expect(text).toContain(name);
  expect(text).not.toMatch(/process\.env[[.]/u);
  const picks = (await Promise.all(apps.map(envOf))).join("\n");
  expect(picks).toContain("workerVariables");
  expect(picks).not.toMatch(/z\s*\.(?:string|url|enum)\(/u);
});

async function sourceOf(app: string): Promise<string> {
  const folder = join(root, "apps", app, "src");
  const files = await readdir(folder, { recursive: true });
  const ours = files.filter((name) => /(?<!\.(?:test|kit))\.ts$/u.test(name));
  return (await Promise.all(ours.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
}

/** What the app picks of the variables. */
async function envOf(app: string): Promise<string> {
  const folder = join(root, "apps", app, "src");
  const files = await readdir(folder, { recursive: true });
  const env = files.filter((name) => /(?:^|\/)(?:env|main)\.ts$/u.test(name));
  return (await Promise.all(env.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
}
