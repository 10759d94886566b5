import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "../bench.ts";
import { quantile } from "../quantile.ts";
import { ratioGoal, rowOf } from "../report.ts";
import { type Cost, costOf } from "./cost.ts";
import { createWorld, type World } from "./world.ts";

const loneTimes = 20;
/** Rests before each cell: the engine goes on writing down the last one's runs, and the next should not pay for that. */
const restMs = 2_000;

/** What is measured at a rate: its messages, and the work, which resolves with messages a second. */
const rated = {
  bare: {
    what: "bare engine: runManyNoWait, 1000 runs",
    messages: 1_000,
    run: ({ bare }: World) => bare.many(1_000),
  },
  awaited: {
    what: "bare engine: run() awaited, 50 lanes × 4",
    messages: 200,
    run: ({ bare }: World) => bare.awaited(50, 4),
  },
  single: {
    what: "ours: 1000 chats × 1 message",
    messages: 1_000,
    run: ({ ours }: World) => ours.backlog(1_000, 1),
  },
  backlog: {
    what: "ours: 50 chats × 20 messages",
    messages: 1_000,
    run: ({ ours }: World) => ours.backlog(50, 20),
  },
};
type Cell = keyof typeof rated;
const cells: readonly Cell[] = ["bare", "awaited", "single", "backlog"];

/** Messages through our consumer, the engine and our worker, beside the same engine without us. The model takes no time. */
export const chain: Bench = async ({ rounds, onProgress }) => {
  onProgress("starting Redis, the engine, the consumer and the workers");
  const world = await createWorld();
  try {
    await warmUp(world);
    const rates: Record<Cell, number[]> = { bare: [], awaited: [], single: [], backlog: [] };
    const costs: Record<Cell, Cost[]> = { bare: [], awaited: [], single: [], backlog: [] };
    const lone: number[][] = [];
    for (let round = 1; round <= rounds; round++) {
      for (const cell of cells) {
        const { messages, run, what } = rated[cell];
        await delay(restMs);
        const { result, cost } = await costOf(world, messages, () => run(world));
        rates[cell].push(result);
        costs[cell].push(cost);
        onProgress(`round ${round}: ${what}: ${Math.round(result)}/s`);
      }
      await delay(restMs);
      const ms = await world.ours.lone(loneTimes);
      lone.push(ms);
      onProgress(`round ${round}: a lone message: ${Math.round(quantile(ms, 0.5))} ms`);
    }

    const row = (cell: Cell) => rowOf(rated[cell].what, "messages/s", rates[cell], costs[cell]);
    const [bare, awaited, single, backlog] = [
      row("bare"),
      row("awaited"),
      row("single"),
      row("backlog"),
    ];
    const loneRow = (name: string, part: number) =>
      rowOf(
        `ours: a lone message, ${name}`,
        "ms",
        lone.map((ms) => quantile(ms, part)),
      );
    return {
      servers: world.servers,
      rows: [bare, awaited, single, backlog, loneRow("p50", 0.5), loneRow("p90", 0.9)],
      goals: [
        ratioGoal("one message a chat: ours / bare runManyNoWait", 1, single, bare),
        ratioGoal("one message a chat: ours / awaited run()", 2, single, awaited),
        ratioGoal("waiting messages: ours / bare runManyNoWait", 8, backlog, bare),
      ],
    };
  } finally {
    await world.stop();
  }
};

/** What a process is in its first seconds says nothing of its days: compilers, connections, the engine's tables. */
async function warmUp({ bare, ours }: World): Promise<void> {
  await bare.many(500);
  await bare.awaited(10, 2);
  await ours.backlog(200, 1);
  await ours.backlog(50, 20);
  await ours.lone(5);
}
