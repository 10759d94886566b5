import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { filesOf, root } from "../files.ts";
import { packages } from "../packages.ts";
import { runProgram } from "../program.ts";

/** The versions of all packages after a release of nothing but this change. */
async function versionsAfter(change: string): Promise<Record<string, string>> {
  const copy = await mkdtemp(join(tmpdir(), "tgmem-versions-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  const manifests = filesOf("*/package.json");
  for (const file of ["package.json", "pnpm-workspace.yaml", ...manifests])
    await cp(join(root, file), join(copy, file), { recursive: true });
  const config = JSON.parse(await readFile(join(root, ".changeset/config.json"), "utf8"));
  await mkdir(join(copy, ".changeset"));
  await writeFile(
    join(copy, ".changeset/config.json"),
    JSON.stringify({ ...config, format: false }),
  );
  await writeFile(join(copy, ".changeset/change.md"), `---\n${change}\n---\n\nMore.\n`);
  await runProgram("git", ["init", "--quiet"], { cwd: copy });
  const changeset = join(root, "node_modules/.bin/changeset");
  const { ok, stdout, stderr } = await runProgram(changeset, ["version"], { cwd: copy });
  if (!ok) throw new Error(`${stdout}${stderr}`);
  const after = await Promise.all(
    manifests.map(async (file) => JSON.parse(await readFile(join(copy, file), "utf8"))),
  );
  return Object.fromEntries(after.map(({ name, version }) => [name, version]));
}

it("releases nothing but memory, and no new peer of the Airtable store, after a minor of memory", async () => {
  const after = await versionsAfter('"@tgmem/memory": minor');
  const changed = packages.filter(({ manifest }) => after[manifest.name] !== manifest.version);
  expect(changed.map(({ manifest }) => manifest.name)).toEqual(["@tgmem/memory"]);
});
