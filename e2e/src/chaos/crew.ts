import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type RunningProcess, startProcess } from "@tgmem/processes";
import type { App } from "./fault-kinds.ts";

/** What a process took of the memory of the machine at one moment. */
export interface Sample {
  readonly app: App;
  readonly atMs: number;
  readonly rssMb: number;
}

/** The end of a process that nobody had asked for. */
export interface OwnEnd {
  readonly app: App;
  readonly code: number | null;
}

const sampleEveryMs = 2_000;
const restartAfterMs = 500;
/** Codes that say that another start does not help: who supervises leaves it at that. */
const final = new Set([2, 3]);

interface Member {
  readonly app: App;
  process: RunningProcess;
  /** Whether somebody holds it dead, who starts it again. */
  isHeld: boolean;
}

/** Keeps our processes under a supervisor, as containers are that are restarted unless stopped. */
export function createCrew(envOf: (app: App) => Readonly<Record<string, string>>) {
  const members: Member[] = [];
  const started: RunningProcess[] = [];
  const samples: Sample[] = [];
  const ends: OwnEnd[] = [];
  const beganMs = performance.now();
  const over = new AbortController();

  function run(app: App): RunningProcess {
    const main = new URL(`../../../apps/${app}/src/main.ts`, import.meta.url);
    const process = startProcess(main, { env: envOf(app) });
    started.push(process);
    return process;
  }

  async function supervise(member: Member): Promise<void> {
    for (;;) {
      const { process, app } = member;
      const code = await process.exit;
      if (over.signal.aborted) return;
      if (!member.isHeld && member.process === process) {
        ends.push({ app, code });
        if (code !== null && final.has(code)) return;
        await pause(restartAfterMs);
        if (over.signal.aborted) return;
        if (!member.isHeld && member.process === process) member.process = run(app);
      }
      while (member.process === process) await pause(50);
    }
  }

  const sampling = (async () => {
    while (!over.signal.aborted) {
      for (const { app, process } of members) {
        const rssMb = await rssOf(process.pid);
        if (rssMb !== null) samples.push({ app, rssMb, atMs: performance.now() - beganMs });
      }
      await pause(sampleEveryMs);
    }
  })();

  return {
    samples,
    ends,
    /** Starts one more of this app, and resolves when it says so. */
    async add(app: App): Promise<void> {
      const member = { app, process: run(app), isHeld: false };
      await member.process.says('"msg":"started"');
      members.push(member);
      void supervise(member);
    },
    /** Kills one of this app, and starts it again after a while. */
    async kill(app: App, which: number, { forMs }: { readonly forMs: number }): Promise<void> {
      const member = oneOf(app, which);
      member.isHeld = true;
      await member.process.stop("SIGKILL");
      await pause(forMs);
      member.process = run(app);
      member.isHeld = false;
    },
    /** Stops one of this app as a machine does that is swapped out, and lets it go on after a while. */
    async freeze(app: App, which: number, { forMs }: { readonly forMs: number }): Promise<void> {
      const { pid } = oneOf(app, which).process;
      if (!signal(pid, "SIGSTOP")) return;
      await pause(forMs);
      signal(pid, "SIGCONT");
    },
    /** What all processes have printed so far, the dead ones too. */
    outputs: () => started.map(({ output }) => output()),
    async close(): Promise<void> {
      over.abort();
      for (const process of started) await process.stop("SIGKILL");
      await sampling;
    },
  };

  function oneOf(app: App, which: number): Member {
    const all = members.filter((member) => member.app === app);
    const member = all[Math.floor(which * all.length)];
    if (!member) throw new Error(`There is no ${app}.`);
    return member;
  }
}

/** Whether there was such a process. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** The resident memory of a process, in MB; null where it has none, or where the system does not say. */
async function rssOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kb === undefined ? null : Number(kb) / 1_024;
}
