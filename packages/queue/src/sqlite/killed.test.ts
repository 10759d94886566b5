import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "@tgmem/processes";
import { expect, it, onTestFinished } from "vitest";
import { folder } from "./folder.kit.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteQueue } from "./sqlite-queue.ts";

const names = ["a", "b", "c"];
const lanes = 20;

/** What the processes wrote down, in order. */
const linesOf = (log: string): string[] => readFileSync(log, "utf8").split("\n").slice(0, -1);

/** The last number that a process knows to have pushed to each of its lanes. */
function lastPushed(lines: readonly string[], name: string): number {
  const last = lines.findLast((line) => line.startsWith(`pushed ${name} `));
  return Number(last?.split(" ")[2] ?? 0);
}

it(
  "loses no job, repeats none that was settled, and keeps the order of every lane while its processes are killed 200 times",
  { timeout: 900_000 },
  async () => {
    const dir = folder();
    const path = join(dir, "jobs.sqlite");
    const log = join(dir, "log");
    writeFileSync(log, "");
    const children = new Map<string, ChildProcess>();
    onTestFinished(() => children.forEach((child) => child.kill("SIGKILL")));

    /** Starts a process, and waits until it has settled something. */
    async function start(name: string): Promise<ChildProcess> {
      const file = fileURLToPath(new URL("killed.kit.ts", import.meta.url));
      const execArgv = ["--conditions=@tgmem/source", "--disable-warning=ExperimentalWarning"];
      const from = lastPushed(linesOf(log), name) + 1;
      const child = fork(file, [path, log, name, `${lanes}`, `${from}`], { execArgv });
      children.set(name, child);
      await once(child, "message");
      return child;
    }
    let kills = 0;
    /** Kills a process wherever it is, and starts it again. */
    async function harass(name: string): Promise<void> {
      while (kills < 200) {
        const child = await start(name);
        const lines = linesOf(log).length + Math.floor(Math.random() * 60);
        await until(async () => linesOf(log).length >= lines, { timeoutMs: 120_000, everyMs: 1 });
        child.kill("SIGKILL");
        await once(child, "exit");
        kills++;
      }
    }
    await Promise.all(names.map(harass));

    const db = openSqlite(path);
    onTestFinished(() => db.close());
    const queue = sqliteQueue(db, {
      name: "killed",
      schema: { parse: Number },
      maxEndedLeases: 1_000,
    });
    onTestFinished(() => queue.close());
    const lines = linesOf(log);
    while ((await queue.stats()).depth > 0) {
      const jobs = await queue.take({ max: 100, leaseMs: 60_000 });
      lines.push(...jobs.map(({ id }) => `taken ${id}`));
      const outcomes = await queue.settle(jobs.map(({ receipt }) => receipt));
      expect(new Set(outcomes)).toEqual(new Set(jobs.length > 0 ? ["done"] : []));
    }

    const settled = new Set<string>();
    const taken = new Map<string, number[]>();
    for (const line of lines) {
      const [what = "", id = ""] = line.split(" ");
      const [lane = "", n] = id.split("-");
      if (what === "settled") settled.add(id);
      if (what !== "taken") continue;
      expect(settled.has(id), `${id} is not handed out when it is settled`).toBe(false);
      const numbers = taken.get(lane) ?? [];
      if (!numbers.includes(Number(n))) taken.set(lane, [...numbers, Number(n)]);
    }
    expect(taken.size).toBe(names.length * lanes);
    for (const [lane, numbers] of taken) {
      const [name = ""] = lane.split(".");
      const all = Array.from({ length: numbers.length }, (_, index) => index + 1);
      expect(numbers, `first deliveries of ${lane}`).toEqual(all);
      expect(numbers.length).toBeGreaterThanOrEqual(lastPushed(lines, name));
    }
    expect(await queue.stats()).toMatchObject({ depth: 0, inFlight: 0, ready: 0, deadLetters: 0 });
    expect(db.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  },
);
