import { join } from "node:path";
import { root } from "../files.ts";
import { runProgram } from "../program.ts";
import { type Block, lineInReadme, moduleOf } from "./blocks.ts";
import { needsVitest, type Workbench } from "./workbench.ts";

/** Executes a block from the packages' sources, and says what went wrong, or null. A block may take a minute. */
export async function execute(
  block: Block,
  bench: Workbench,
  { redisUrl }: { readonly redisUrl: string },
): Promise<string | null> {
  const file = bench.fileOf(block);
  const args = argumentsFor(block, join(bench.folder, file));
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], REDIS_URL: redisUrl };
  const { ok, stdout, stderr } = await runProgram(process.execPath, args, {
    cwd: bench.folder,
    env,
    timeoutMs: 60_000,
  });
  if (ok) return null;
  const said = `${stdout}\n${stderr}`.replace(linesIn(file), (_, line: string) => {
    return `${block.file}:${lineInReadme(block, Number(line))}`;
  });
  return `${block.file}:${block.line}: the block fails when it is executed.\n${said.trim()}`;
}

/** A test runner decides itself when it is done; any other block is done with its last line, whatever it leaves open. */
function argumentsFor(block: Block, file: string): string[] {
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source"];
  if (needsVitest(block))
    return [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      `--config=${join(root, "vitest.config.ts")}`,
      "--root=.",
      file,
    ];
  if (/from "node:test"/.test(moduleOf(block))) return [...flags, file];
  const toItsEnd = `await import(${JSON.stringify(file)}); process.exit();`;
  return [...flags, "--input-type=module", "--eval", toItsEnd];
}

/** A stack names the file by its address, by its path, or, vitest, from the folder. */
function linesIn(file: string): RegExp {
  const path = file.replaceAll(/[.\-/]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?:file://)?[\w./-]*${path}:(\d+)`, "g");
}
