import { appendFileSync } from "node:fs";
import { consume } from "../consume/consume.ts";
import { pause } from "../deadline.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteQueue } from "./sqlite-queue.ts";

// A process that may be killed: it pushes to lanes of its own, handles jobs of all, and writes down each thing that it knows.
const [path = "", log = "", name = "", lanes = "", from = ""] = process.argv.slice(2);
const write = (line: string) => appendFileSync(log, `${line}\n`);
const schema = { parse: Number };
const queue = sqliteQueue(openSqlite(path), { name: "killed", schema, maxEndedLeases: 1_000 });
const signal = new AbortController().signal;

async function push(): Promise<void> {
  for (let n = Number(from); ; n++) {
    const jobs = Array.from({ length: Number(lanes) }, (_, lane) => `${name}.${lane}`);
    await queue.push(jobs.map((lane) => ({ lane, id: `${lane}-${n}`, body: n })));
    write(`pushed ${name} ${n}`);
    while ((await queue.stats()).depth > 400) await pause(10, { signal });
  }
}

const consumer = consume(queue, async ({ id }) => write(`taken ${id}`), {
  leaseMs: 3_000,
  concurrency: 20,
  onEvent: (event) => {
    if (event.type !== "settled") return;
    write(`settled ${event.id}`);
    process.send?.("working");
  },
});
await Promise.all([push(), consumer.run({ signal })]);
