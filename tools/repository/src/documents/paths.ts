import { proseOf } from "../markdown.ts";

export interface NamedPath {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Paths of files and folders that a document names in backticks: with an ending of ours, or below a folder of the root. */
export function namedPaths(text: string, folders: readonly string[]): NamedPath[] {
  return proseOf(text).flatMap((prose, index) =>
    [...prose.matchAll(/`([\w.@*/{},-]+)`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => isPath(path, folders))
      .flatMap((path) => spellOut(path).map((one) => ({ path: one, line: index + 1 }))),
  );
}

function isPath(path: string, folders: readonly string[]): boolean {
  if (path.startsWith("*")) return false;
  const [first = ""] = path.split("/");
  return (
    /\w\.(?:ts|md|json|ya?ml|lua)$/.test(path) || (path.includes("/") && folders.includes(first))
  );
}

/** `a/{b,c}.ts` is two paths. */
function spellOut(path: string): string[] {
  const [whole, list] = /\{([^{}]+)\}/.exec(path) ?? [];
  if (whole === undefined || list === undefined) return [path];
  return list.split(",").flatMap((one) => spellOut(path.replace(whole, one)));
}

/** Whether a file or folder is named so, in full or by the end of its path; `*` stands for one name. */
export function isThere(path: string, files: readonly string[]): boolean {
  const escaped = path.replace(/\/$/, "").replaceAll(/[.+?^$()[\]{}|\\]/g, String.raw`\$&`);
  const pattern = new RegExp(String.raw`(?:^|/)${escaped.replaceAll("*", "[^/]*")}(?:/|$)`);
  return files.some((file) => pattern.test(file));
}
