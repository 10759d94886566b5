import { parseArgs } from "node:util";
import type { Bench } from "./bench.ts";
import { startBusyLoop } from "./busy-loop.ts";
import { machine } from "./machine.ts";
import { drawCharts } from "./queue/charts.ts";
import { drawRecallChart } from "./recall/charts.ts";
import { locomoTable } from "./recall/locomo.ts";
import { formatReport, writeReport } from "./report.ts";

interface Listed {
  readonly about: string;
  readonly load: () => Promise<Bench>;
  /** @default 3 */
  readonly rounds?: number;
}

const benches: Readonly<Record<string, Listed>> = {
  chain: {
    about: "messages through consumer, engine and worker, beside the bare engine",
    load: async () => (await import("./chain/chain.ts")).chain,
  },
  cost: {
    about: "tokens and money of ten messages, by the policy of their prompts",
    load: async () => (await import("./cost/cost.ts")).cost,
  },
  edges: {
    about:
      "what clients of models make of all that providers do, beside openai, the AI SDK and LangChain",
    load: async () => (await import("./edges/edges.ts")).edges,
  },
  embedded: {
    about: "the whole bot in one process: a lone message, many chats at once, and its start",
    load: async () => (await import("./embedded/embedded.ts")).embedded,
  },
  memory: {
    about: "a turn of memory in Redis, beside other projects and a bare pipeline",
    load: async () => (await import("./memory/memory.ts")).memory,
  },
  queue: {
    about: "jobs in Redis, beside BullMQ, Bee-Queue and bare lists",
    load: async () => (await import("./queue/queue.ts")).queue,
    rounds: 9,
  },
  "queue-file": {
    about: "jobs in a SQLite file, beside plainjob and a bare table",
    load: async () => (await import("./queue-file/queue-file.ts")).queueFile,
    rounds: 5,
  },
  recall: {
    about: "what was said long ago: how well it is found, how fast, and what it takes",
    load: async () => (await import("./recall/recall.ts")).recall,
  },
  rest: {
    about: "what the four apps cost while nobody writes",
    load: async () => (await import("./rest/rest.ts")).rest,
  },
  telegram: {
    about: "receiving and sending over MTProto, beside bare GramJS and mtcute",
    load: async () => (await import("./telegram/telegram.ts")).telegram,
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" }, busy: { type: "string", default: "0" } },
});
const [name, path] = positionals;
const listed = name === undefined ? undefined : benches[name];
if (name === "chart") {
  await drawCharts();
  await drawRecallChart();
  process.exit(0);
}
if (name === "locomo" && path !== undefined) {
  console.log(await locomoTable(path));
  process.exit(0);
}
const rounds = Number(values.rounds ?? listed?.rounds ?? 3);
const busy = Number(values.busy);
const isCount = (value: number, least: number) => Number.isInteger(value) && value >= least;

if (name === undefined || !listed || !isCount(rounds, 1) || !isCount(busy, 0)) {
  const lines = Object.entries(benches).map(([known, { about }]) => `  ${known}  ${about}`);
  console.log(`pnpm bench <name> [--rounds 3] [--busy 0]\n\n${lines.join("\n")}
  chart  draws the charts of the READMEs from the results
  locomo <locomo10.json>  how well recall finds what LoCoMo asks for, for whoever has that file`);
  process.exit(name === undefined ? 0 : 2);
}

// What is waited for may hold no process by itself, for instance the end of a server.
setInterval(() => {}, 60_000);
const bench = await listed.load();
const before = { ...machine(), ...(busy > 0 && { busyLoops: busy }) };
for (let loop = 0; loop < busy; loop++) startBusyLoop();
const report = await bench({ rounds, onProgress: (line) => console.warn(line) });
console.log(formatReport(report));
await writeReport(
  busy > 0 ? `${name}-busy` : name,
  { ...before, loadAverageAfter: machine().loadAverage },
  report,
);
if (name === "queue" && busy === 0) await drawCharts();
if (name === "recall" && busy === 0) await drawRecallChart();
// Clients of the engine reconnect for ever once they have waited for a result.
process.exit(0);
