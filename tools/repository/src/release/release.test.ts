import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { release } from "./release.ts";

const manifest = { name: "@tgmem/memory", version: "1.0.0" };
const home = "packages/memory";

/** A workspace with one package, and a release in it that writes down what it runs. */
async function workspace({ repository }: { readonly repository?: string }) {
  const root = await mkdtemp(join(tmpdir(), "tgmem-release-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const file = join(root, home, "package.json");
  await mkdir(join(root, home), { recursive: true });
  await writeFile(join(root, "package.json"), JSON.stringify({ repository }));
  await writeFile(file, JSON.stringify(manifest));
  const ran: string[] = [];
  const seen: unknown[] = [];
  return {
    ran,
    seen,
    now: async (): Promise<unknown> => JSON.parse(await readFile(file, "utf8")),
    start: ({ failing = "" } = {}) =>
      release({
        root,
        packages: [{ home, manifest }],
        run: async (script) => {
          ran.push(script);
          seen.push(JSON.parse(await readFile(file, "utf8")));
          if (script === failing) throw new Error(`${script} failed`);
        },
      }),
  };
}

it.each([undefined, "", "tgmem", "https://example.org/tgmem"])(
  "refuses to run while the repository is %j",
  async (repository) => {
    const { ran, now, start } = await workspace(repository === undefined ? {} : { repository });
    await expect(start()).rejects.toThrow(/Nothing is released: `repository` .* public address/);
    expect(ran).toEqual([]);
    expect(await now()).toEqual(manifest);
  },
);

it("builds and checks before it publishes, with the repository in each manifest", async () => {
  const { ran, seen, now, start } = await workspace({ repository: "https://github.com/a/b" });
  await start();
  expect(ran).toEqual(["build", "pack:check", "publish:packages"]);
  const named = {
    ...manifest,
    homepage: "https://github.com/a/b/tree/main/packages/memory#readme",
    bugs: "https://github.com/a/b/issues",
    repository: { type: "git", url: "git+https://github.com/a/b.git", directory: home },
  };
  expect(seen).toEqual([named, named, named]);
  expect(await now()).toEqual(manifest);
});

it("publishes nothing that a check refuses, and leaves the manifests as they were", async () => {
  const { ran, now, start } = await workspace({ repository: "https://github.com/a/b" });
  await expect(start({ failing: "pack:check" })).rejects.toThrow("pack:check failed");
  expect(ran).toEqual(["build", "pack:check"]);
  expect(await now()).toEqual(manifest);
});
