import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { missingFrom } from "./tarball.ts";

const manifest = {
  name: "p",
  version: "1.0.0",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  publishConfig: { provenance: true },
};
const whole: Record<string, string> = {
  "package.json": JSON.stringify(manifest),
  "README.md": "[the licence](LICENSE), [elsewhere](https://example.org), [below](#below)",
  LICENSE: "",
  "CHANGELOG.md": "",
  "dist/index.js": "",
  "dist/index.d.ts": "",
};

async function complaints(changes: Record<string, string | null>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-tarball-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ ...whole, ...changes })) {
    if (text === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return missingFrom(folder);
}
const changed = (change: object) => ({
  "package.json": JSON.stringify({ ...manifest, ...change }),
});

it("has nothing against a whole package", async () => {
  expect(await complaints({})).toEqual([]);
  expect(await complaints({ ...changed({ version: "0.0.0" }), "CHANGELOG.md": null })).toEqual([]);
});

it.each([
  { what: "no README", changes: { "README.md": null }, says: "README.md is not in the tarball" },
  {
    what: "no licence",
    changes: { LICENSE: null, "README.md": "" },
    says: "LICENSE is not in the tarball",
  },
  {
    what: "no list of changes once it has a version",
    changes: { "CHANGELOG.md": null },
    says: "CHANGELOG.md is not in the tarball",
  },
  {
    what: "no build",
    changes: { "dist/index.js": null },
    says: "./dist/index.js is exported and not in the tarball",
  },
  {
    what: "a range that only pnpm can read",
    changes: changed({ peerDependencies: { q: "workspace:^" } }),
    says: "the manifest holds workspace:",
  },
  {
    what: "a catalog's name for a range",
    changes: changed({ dependencies: { q: "catalog:" } }),
    says: "the manifest holds catalog:",
  },
  {
    what: "tests",
    changes: { "src/index.test.ts": "" },
    says: "src/index.test.ts is a test's and in the tarball",
  },
  {
    what: "a README whose links lead out of it",
    changes: { "README.md": "[memory](../memory)" },
    says: "README.md links to ../memory, which is not in the tarball",
  },
  {
    what: "no provenance",
    changes: changed({ publishConfig: {} }),
    says: "it would be published without provenance",
  },
])("refuses a package with $what", async ({ changes, says }) => {
  expect(await complaints(changes)).toEqual([expect.stringContaining(`p: ${says}`)]);
});
