import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, type TypeDocOptions } from "typedoc";

// TypeDoc needs the API of the TypeScript compiler, which version 7 does not have: so this package has a TypeScript of its own.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const base: TypeDocOptions = {
  excludeInternal: true,
  excludePrivate: true,
  githubPages: false,
  logLevel: "Warn",
  validation: { notDocumented: true, notExported: true, invalidLink: true, rewrittenLink: true },
  // Not each property: many say by their name all that there is to say.
  requiredToBeDocumented: ["Class", "Function", "Interface", "Method", "TypeAlias", "Variable"],
};

/** Reads one published package, from the sources behind its exports, into a file that can be merged. */
async function read(home: string, json: string): Promise<void> {
  const { name, exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const app = await Application.bootstrap({
    ...base,
    name,
    entryPoints: Object.keys(exports).map((path) => join(home, exports[path]["@tgmem/source"])),
    tsconfig: join(home, "tsconfig.build.json"),
    basePath: join(home, "src"),
    readme: join(home, "README.md"),
    disableSources: true,
  });
  const project = await app.convert();
  if (!project) throw new Error(`${name} does not compile.`);
  app.validate(project);
  await app.generateJson(project, json);
  complain(app);
}

/** A warning fails, too: a link that leads nowhere, or an export without a comment, is found here or never. */
function complain(app: Application): void {
  if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
}

const folder = await mkdtemp(join(tmpdir(), "tgmem-api-"));
const homes = globSync(["packages/*/package.json", "test-servers/*/package.json"], { cwd: root })
  .map((path) => join(root, path))
  .filter((path) => !JSON.parse(readFileSync(path, "utf8")).private)
  .map((path) => dirname(path));
try {
  for (const [at, home] of homes.entries()) await read(home, join(folder, `${at}.json`));
  const app = await Application.bootstrap({
    ...base,
    name: "tgmem",
    entryPointStrategy: "merge",
    entryPoints: homes.map((_, at) => join(folder, `${at}.json`)),
    readme: "none",
  });
  const project = await app.convert();
  if (!project) throw new Error("The packages cannot be merged.");
  app.validate(project);
  await app.generateDocs(project, join(root, "docs/api"));
  complain(app);
} finally {
  await rm(folder, { recursive: true, force: true });
}
