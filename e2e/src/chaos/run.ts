import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine } from "@tgmem/bench/machine";
import { formatReport, writeReport } from "@tgmem/bench/report";
import { chaos } from "./chaos.ts";
import { reportOf } from "./report.ts";

const usage = `pnpm chaos [--minutes 5] [--messages 1000] [--people 50] [--seed N] [--only Redis,model] [--write]

Lets people talk to the bot while everything that it lives on is killed, cut off, filled up and frozen, as the seed says.
Ctrl-C ends the talking: what was said until then is waited for and judged. --write keeps the result in bench/results/chaos.json.
Exit code: 0 nothing was found, 1 something was, 2 a wrong option.`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    messages: { type: "string", default: "1000" },
    people: { type: "string", default: "50" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const options = {
  minutes: Number(values.minutes),
  messages: Number(values.messages),
  people: Number(values.people),
  seed: Number(values.seed),
};
if (values.help || Object.values(options).some((value) => !(value >= 0))) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
// What is waited for may hold no process by itself, for instance the end of a server.
setInterval(() => {}, 60_000);
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => ending.abort());
console.log(`seed ${options.seed}`);
const outcome = await chaos({
  ...options,
  ...(values.only === undefined ? {} : { only: values.only.split(",") }),
  signal: ending.signal,
  onProgress: (line) => console.error(line),
});
const report = reportOf(outcome, options);
console.log(formatReport(report));
for (const finding of outcome.findings) console.log(`  ${finding}`);
if (outcome.findings.length > 0) {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-chaos-logs-"));
  for (const [at, log] of outcome.logs.entries()) await writeFile(join(folder, `${at}.log`), log);
  console.log(`What the processes printed is in ${folder}`);
}
if (values.write) await writeReport("chaos", machine(), report);
process.exit(report.goals.every(({ reached }) => reached) ? 0 : 1);
