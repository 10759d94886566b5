import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../files.ts";
import { packages, published } from "../packages.ts";

const textOf = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
const versions = textOf("pnpm-workspace.yaml");
/** What a range of a catalog stands for. */
const catalogued = (name: string) =>
  new RegExp(String.raw`^ {4}"?${name}"?: (\S+)$`, "m").exec(versions)?.[1] ?? "no range";

it("every package says on which floor it stands, so that the boundaries hold for it", () => {
  const untagged = packages.filter(({ home }) => {
    const config = join(root, home, "turbo.json");
    return !existsSync(config) || !/"tags":\s*\["[a-z0-9-]+"\]/.test(readFileSync(config, "utf8"));
  });
  expect(untagged).toEqual([]);
});

describe.each(published)("$manifest.name", ({ home, manifest }) => {
  it("has a README and the licence of the repository", () => {
    expect(existsSync(join(root, home, "README.md"))).toBe(true);
    expect(textOf(home, "LICENSE")).toBe(textOf("LICENSE"));
  });

  it("says what it is, for whom, and under which licence", () => {
    expect(manifest["description"]).toMatch(/^[A-Z].{20,}[^.]$/);
    expect(manifest["keywords"]).not.toEqual([]);
    expect(manifest["license"]).toBe("MIT");
    expect(manifest["engines"]).toEqual({ node: ">=22.18" });
    expect([manifest["type"], manifest["sideEffects"]]).toEqual(["module", false]);
  });

  it("is tested on the oldest Node that it promises to run on", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf("package.json"));
    expect(scripts["test:oldest"]).toContain("node@22.18.0 ");
    expect(scripts["test:oldest"]?.split(" ")).toContain(manifest.name.replace("@tgmem/", ""));
  });

  it("exports sources for the workspace, then types and code from the build", () => {
    const entries = Object.entries(manifest["exports"] ?? {});
    expect(entries).not.toEqual([]);
    for (const [, targets] of entries) {
      expect(Object.keys(targets)).toEqual(["@tgmem/source", "types", "default"]);
      const built = String(targets.types).replace(/\.d\.ts$/, "");
      expect(targets.default).toBe(`${built}.js`);
      expect(targets["@tgmem/source"]).toBe(`${built.replace("./dist/", "./src/")}.ts`);
      expect(existsSync(join(root, home, targets["@tgmem/source"]))).toBe(true);
    }
  });

  it("packs its build, its sources and its changes, without tests", () => {
    const files = ["dist", "src", "CHANGELOG.md", "!**/*.test.*", "!**/*.kit.*"];
    expect(manifest["files"]).toEqual(expect.arrayContaining(files));
  });

  it("is built before it is packed, and published in public with provenance", () => {
    const release = "node ../../tools/repository/src/release";
    expect(manifest["scripts"]).toMatchObject({
      prepack: `node --run build && ${release}/before-pack.ts`,
      postpack: `${release}/after-pack.ts`,
      prepublishOnly: `${release}/before-publish.ts`,
    });
    expect(manifest["publishConfig"]).toEqual({ access: "public", provenance: true });
  });

  it("names no repository: the release writes it in, from the root's package.json", () => {
    expect(manifest).not.toHaveProperty("repository");
    expect(manifest).not.toHaveProperty("homepage");
  });

  it("pins no version on its users", () => {
    const ranges = Object.entries({
      ...Object(manifest["dependencies"]),
      ...Object(manifest["peerDependencies"]),
    }).map(([name, range]) => {
      if (range === "catalog:published") return `${name} ${catalogued(name)}`;
      return `${name} ${String(range).replace("workspace:", "")}`;
    });
    for (const range of ranges) expect(range).toMatch(/^\S+ (?:\^\d|\^$|>=)/);
  });
});
