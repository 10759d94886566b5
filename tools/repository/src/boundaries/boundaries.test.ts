import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { filesOf, root } from "../files.ts";
import { runProgram } from "../program.ts";

// A workspace of the same packages with the same rules; their sources are not needed for what is asked here.
const skeleton = filesOf(
  "package.json",
  "pnpm-*.yaml",
  "turbo.json",
  "*/package.json",
  "*/turbo.json",
);
let copy = "";
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "tgmem-boundaries-"));
  for (const file of skeleton) await cp(join(root, file), join(copy, file), { recursive: true });
});
afterEach(() => rm(copy, { recursive: true, force: true }));

const check = () =>
  runProgram(join(root, "node_modules/.bin/turbo"), ["boundaries"], { cwd: copy });

/** Makes a package depend on another one, as its author would. */
async function depend(home: string, on: string): Promise<void> {
  const manifest = join(copy, home, "package.json");
  const { dependencies, ...rest } = JSON.parse(await readFile(manifest, "utf8"));
  const withOne = { ...rest, dependencies: { ...dependencies, [on]: "workspace:^" } };
  await writeFile(manifest, JSON.stringify(withOne));
  await mkdir(join(copy, home, "src"), { recursive: true });
  await writeFile(join(copy, home, "src/index.ts"), `import "${on}";\n`);
}

it("finds nothing against the packages as they are", async () => {
  const { ok, stdout, stderr } = await check();
  expect(`${stdout}${stderr}`).toContain("no issues found");
  expect(ok).toBe(true);
});

it.each([
  { rule: "an app depends on no other app", home: "apps/sender", on: "@tgmem/worker" },
  { rule: "the terminal's app is one too", home: "apps/sender", on: "@tgmem/chat" },
  { rule: "a library depends on no app", home: "packages/memory", on: "@tgmem/worker" },
  {
    rule: "a library depends on nothing that is not published",
    home: "packages/memory",
    on: "@tgmem/service",
  },
  { rule: "a private package depends on no app", home: "packages/service", on: "@tgmem/worker" },
  {
    rule: "a test server depends on no library",
    home: "test-servers/telegram",
    on: "@tgmem/telegram",
  },
  {
    rule: "an example depends on nothing that its reader cannot install",
    home: "examples",
    on: "@tgmem/service",
  },
  { rule: "a test server depends on no app", home: "test-servers/airtable", on: "@tgmem/worker" },
])("$rule", async ({ home, on }) => {
  await depend(home, on);
  const { ok, stdout, stderr } = await check();
  expect(ok).toBe(false);
  expect(`${stdout}${stderr}`).toMatch(/denylist/);
});
