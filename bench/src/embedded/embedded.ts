import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { root } from "../apps/app-process.ts";
import { median, quantile } from "../quantile.ts";
import { floorGoal, limitGoal, type Row, rowOf } from "../report.ts";
import { openBareCommits } from "./bare-commits.ts";
import { openBot } from "./bot.ts";
import { firstPromptMs } from "./first-prompt.ts";
import { type Crowd, measureLone, measureMany, timesOf } from "./measure.ts";
import { said } from "./said.ts";
import type { OpenShape } from "./shape.ts";
import { shapes, wanted } from "./shapes.ts";

const starts = 5;
const mostReadyMs = 500;
/** That is 120 MB. */
const mostRestMiB = 114;

/** A shape, and what was measured of it, a value a round. */
interface Entry {
  readonly name: string;
  readonly open: OpenShape;
  readonly lone: number[][];
  readonly crowds: Crowd[];
}

/** The whole bot in one process: how long a lone message takes, how many pass with many chats at once, and its start. */
export const embedded: Bench = async ({ rounds, onProgress }) => {
  // Where `pnpm chat` keeps its memory, too: a temporary folder may be on no disk.
  const data = join(root, ".data");
  await mkdir(data, { recursive: true });
  const folder = await mkdtemp(join(data, "bench-"));
  const closing: (() => unknown)[] = [() => rm(folder, { recursive: true })];
  try {
    const bare = openBareCommits(folder);
    closing.push(() => bare.close());
    const entries = Object.entries(shapes).map(([name, open]): Entry => ({
      name,
      open,
      lone: [],
      crowds: [],
    }));
    await firstPromptMs(folder);

    const commits: number[] = [];
    const prompts: number[] = [];
    const readyMs: number[] = [];
    const restMiB: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      commits.push(median(await timesOf(async (n) => bare.commit(said(n)))));
      // Every other round goes backwards: whoever follows a slow one pays for its garbage.
      for (const entry of round % 2 === 1 ? entries : entries.toReversed()) {
        const { name, lone, crowds } = entry;
        const { ms, crowd } = await measureAlone(entry, join(folder, `${name} ${round}`));
        lone.push(ms);
        crowds.push(crowd);
        const { perSecond } = crowd;
        onProgress(
          `round ${round}: ${name}: ${median(ms).toFixed(2)} ms, ${Math.round(perSecond)}/s`,
        );
      }
      const startMs: number[] = [];
      for (let start = 0; start < starts; start++) startMs.push(await firstPromptMs(folder));
      prompts.push(median(startMs));
      onProgress(`round ${round}: first prompt: ${Math.round(median(startMs))} ms`);
      const started = await openBot(join(folder, "started"), {});
      const again = await started.startAgain();
      await started.close();
      readyMs.push(again.readyMs);
      restMiB.push(again.restMiB);
      onProgress(`round ${round}: bot: ready in ${Math.round(again.readyMs)} ms`);
    }

    const rows = entries.map((entry) => ({ entry, ...rowsOf(entry) }));
    const prompt = rowOf("pnpm chat: to its first prompt", "ms", prompts);
    const ready = rowOf("bot: to receiving, with a session", "ms", readyMs);
    const rest = rowOf("bot: memory at rest", "MiB", restMiB);
    return {
      servers: { sqlite: process.versions["sqlite"] ?? "unknown" },
      rows: [
        rowOf("bare SQLite: a commit, p50", "ms", commits),
        ...rows.flatMap(({ p50, p90, many }) => [p50, p90, many]),
        prompt,
        ready,
        rest,
      ],
      goals: [
        ...rows.flatMap(({ entry: { name }, p50, many }) => {
          const { p50Ms, perSecond } = wanted[name] ?? {};
          return [
            ...(p50Ms === undefined
              ? []
              : [limitGoal(`${name}: ms of a lone message, p50`, p50Ms, p50.median)]),
            ...(perSecond === undefined
              ? []
              : [floorGoal(`${name}: messages a second`, perSecond, many)]),
          ];
        }),
        limitGoal("pnpm chat: ms to its first prompt", 500, prompt.median),
        limitGoal("bot: ms to receiving, with a session", mostReadyMs, ready.median),
        limitGoal("bot: MiB at rest", mostRestMiB, rest.median),
      ],
    };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
};

/** Makes a bot anew, warms it up and measures it: while another one is alive, each takes a tenth more. */
async function measureAlone({ open }: Entry, folder: string) {
  const shape = await open(folder);
  try {
    await measureLone(shape);
    await measureMany(shape);
    return { ms: await measureLone(shape), crowd: await measureMany(shape) };
  } finally {
    await shape.close();
  }
}

function rowsOf({ name, lone, crowds }: Entry): Readonly<Record<"p50" | "p90" | "many", Row>> {
  const loneRow = (label: string, part: number) =>
    rowOf(
      `${name}: a lone message, ${label}`,
      "ms",
      lone.map((ms) => quantile(ms, part)),
    );
  return {
    p50: loneRow("p50", 0.5),
    p90: loneRow("p90", 0.9),
    many: rowOf(
      `${name}: 100 chats × 20 messages`,
      "messages/s",
      crowds.map(({ perSecond }) => perSecond),
      crowds.map(({ cpuMs }) => ({ "ms of CPU": cpuMs })),
    ),
  };
}
