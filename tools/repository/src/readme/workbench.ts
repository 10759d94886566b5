import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesOf, root } from "../files.ts";
import { type Block, moduleOf } from "./blocks.ts";

/** A folder outside of the repository in which every block is a file, as in the project of a reader. */
export interface Workbench {
  readonly folder: string;
  /** The block's file, from the folder. */
  fileOf(block: Block): string;
  blockOf(file: string): Block | undefined;
  remove(): Promise<void>;
}

/**
 * Writes each block to a file of its own, beside a `node_modules` in which all packages of the workspace, and what they
 * depend on, are installed by name.
 */
export async function layOut(blocks: readonly Block[]): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-readme-"));
  const files = new Map(blocks.map((block) => [nameOf(block), block]));
  await mkdir(join(folder, "src"));
  await install(join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: { moduleDetection: "force" },
      include: ["src"],
    }),
  );
  for (const [file, block] of files) await writeFile(join(folder, file), moduleOf(block));
  return {
    folder,
    fileOf: nameOf,
    blockOf: (file) => files.get(file),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function nameOf(block: Block): string {
  const name = `${block.file.replace(/\.md$/, "").replaceAll("/", "-")}-${block.line}`;
  return `src/${name}.${needsVitest(block) ? "test.ts" : "ts"}`;
}

export function needsVitest(block: Block): boolean {
  return /from "vitest"/.test(moduleOf(block));
}

/** Packages of the workspace come first, so that their own dependencies cannot stand in for them. */
async function install(modules: string): Promise<void> {
  const homes = ["", ...filesOf("*/package.json").map((path) => dirname(path))];
  for (const home of homes.slice(1)) {
    const { name } = JSON.parse(await readFile(join(root, home, "package.json"), "utf8"));
    await link(join(root, home), join(modules, name));
  }
  for (const home of homes)
    for (const name of await dependenciesIn(join(root, home, "node_modules")))
      await link(join(root, home, "node_modules", name), join(modules, name));
}

async function dependenciesIn(modules: string): Promise<string[]> {
  const names = await readdir(modules).catch(() => []);
  const scopes = names.filter((name) => name.startsWith("@"));
  const scoped = await Promise.all(
    scopes.map(async (scope) =>
      (await readdir(join(modules, scope))).map((name) => `${scope}/${name}`),
    ),
  );
  return [...names.filter((name) => !/^[.@]/.test(name)), ...scoped.flat()];
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "dir").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}
