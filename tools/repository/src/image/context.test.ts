import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesOf, root } from "../files.ts";
import { createContext } from "./context.ts";

const isSent = createContext();

/** A file for each line of .gitignore, as it may lie in the root, in an app, and deeper. */
const ignored = readFileSync(join(root, ".gitignore"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("!"))
  .map((line) => line.replaceAll("*", "some").replace(/\/$/, "/file"));

it.each(ignored)("an image gets nothing of what git ignores: %s", (path) => {
  // A line with a slash inside means one place.
  const folders = path.replace(/\/file$/, "").includes("/")
    ? [""]
    : ["", "apps/worker/", "packages/queue/src/"];
  for (const folder of folders)
    expect([folder + path, isSent(folder + path)]).toEqual([folder + path, false]);
});

it.each([
  "my_session",
  "sender.session",
  "secrets.json",
  "notes.txt",
  "backup/redis.rdb",
  ".env.prod",
])("an image gets nothing from the root that it is not made of, whatever its name: %s", (path) => {
  expect(isSent(path)).toBe(false);
});

it("an image gets all sources that the apps are built from", () => {
  const sources = filesOf("apps/*.ts", "apps/*.sh", "packages/*.ts", "*/package.json", "patches/*");
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((path) => !isSent(path) && !/^(bench|e2e|examples)\//.test(path))).toEqual(
    [],
  );
});
