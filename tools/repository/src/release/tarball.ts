import { existsSync, globSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { localLinksOf } from "../markdown.ts";

/** What is wrong with an unpacked package, one sentence each. */
export function missingFrom(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const has = (path: string) => existsSync(join(folder, path));
  const complaints: string[] = [];
  const need = (fine: boolean, complaint: string) => {
    if (!fine) complaints.push(`${manifest.name}: ${complaint}`);
  };

  for (const file of ["README.md", "LICENSE"]) need(has(file), `${file} is not in the tarball.`);
  // `changeset version` writes the first one.
  need(manifest.version === "0.0.0" || has("CHANGELOG.md"), "CHANGELOG.md is not in the tarball.");
  for (const path of targetsOf(manifest.exports))
    need(has(path), `${path} is exported and not in the tarball.`);
  const text = JSON.stringify(manifest);
  for (const protocol of ["workspace:", "catalog:"])
    need(
      !text.includes(`"${protocol}`),
      `the manifest holds ${protocol}, which only pnpm can read.`,
    );
  for (const path of globSync("**/*.{test,kit}.*", { cwd: folder }))
    need(false, `${path} is a test's and in the tarball.`);
  if (has("README.md"))
    for (const { path } of localLinksOf(readFileSync(join(folder, "README.md"), "utf8")))
      need(
        !normalize(path).startsWith("..") && has(path),
        `README.md links to ${path}, which is not in the tarball.`,
      );
  need(manifest.publishConfig?.provenance === true, "it would be published without provenance.");
  return complaints;
}

/** Every file that an exports map names. */
function targetsOf(exports: unknown): string[] {
  if (typeof exports === "string") return [exports];
  if (typeof exports !== "object" || exports === null) return [];
  return Object.values(exports).flatMap(targetsOf);
}
