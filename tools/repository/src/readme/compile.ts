import { join } from "node:path";
import { root } from "../files.ts";
import { runProgram } from "../program.ts";
import { lineInReadme } from "./blocks.ts";
import type { Workbench } from "./workbench.ts";

/** What the compiler says against one line of a README. */
export interface Complaint {
  /** The README, or another file when the complaint is about what a block imports. */
  readonly file: string;
  /** `README.md:12: TS2304: …` */
  readonly text: string;
}

/** Compiles all blocks in one program, with the repository's settings and from the packages' sources. */
export async function compile(bench: Workbench): Promise<Complaint[]> {
  const tsc = join(root, "node_modules/.bin/tsc");
  const args = ["-p", ".", "--pretty", "false"];
  const { ok, stdout, stderr } = await runProgram(tsc, args, { cwd: bench.folder });
  const complaints = stdout.split("\n").flatMap((line) => complaintOf(line, bench) ?? []);
  if (!ok && complaints.length === 0)
    throw new Error(`The compiler failed without a complaint: ${stdout}${stderr}`);
  return complaints;
}

function complaintOf(line: string, bench: Workbench): Complaint | undefined {
  const [, file = "", row, text] = /^(.+?)\((\d+),\d+\): error (.+)$/.exec(line) ?? [];
  if (!text) return undefined;
  const block = bench.blockOf(file);
  if (!block) return { file, text: `${file}:${row}: ${text}` };
  return { file: block.file, text: `${block.file}:${lineInReadme(block, Number(row))}: ${text}` };
}
