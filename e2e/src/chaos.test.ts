import { runProcess } from "@tgmem/processes";
import { expect, it } from "vitest";

// A longer run: pnpm chaos --minutes 60 --messages 20000

const minutes = Number(process.env["CHAOS_MINUTES"] ?? 5);
const messages = 200 * minutes;

it("answers everybody once, in order and from a memory that is exact, and keeps nothing that is forgotten, whatever breaks", async () => {
  const main = new URL("chaos/run.ts", import.meta.url);
  const args = ["--seed", "12", "--minutes", String(minutes), "--messages", String(messages)];
  // The programs that it starts are looked for where those of this run are.
  const { HOME = "", HATCHET_BIN = "" } = process.env;
  const env = { HOME, ...(HATCHET_BIN === "" ? {} : { HATCHET_BIN }) };
  const { code, stdout, stderr } = await runProcess(main, { args, env });
  // What was done and found is worth reading in any case.
  process.stderr.write(`${stdout}\n`);
  expect(code, stderr + stdout).toBe(0);
}, 2_400_000);
