import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { filesOf, root } from "../files.ts";
import { localLinksOf } from "../markdown.ts";
import { isThere, namedPaths } from "./paths.ts";

const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const files = filesOf();
const folders = [...new Set(files.map((file) => file.split("/")[0] ?? ""))];

it.each(filesOf("*.md"))("%s links to files that are there", (file) => {
  const dead = localLinksOf(textOf(file))
    .filter(({ path }) => !existsSync(join(root, dirname(file), path)))
    .map(({ path, line }) => `${file}:${line}: ${path}`);
  expect(dead).toEqual([]);
});

it.each(filesOf("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/*.md"))(
  "%s names paths that are there",
  (file) => {
    const dead = namedPaths(textOf(file), folders)
      .filter(({ path }) => !isThere(path, files))
      .map(({ path, line }) => `${file}:${line}: ${path}`);
    expect(dead).toEqual([]);
  },
);
