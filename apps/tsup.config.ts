import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { defineConfig } from "tsup";
import { buildName } from "./build-name.ts";

/**
 * One file an app, with all that it needs inside: it starts sooner than the sources with their thousands of modules, and takes
 * half of the memory. What is loaded later has a file of its own.
 */
export default defineConfig({
  entry: { main: "src/main.ts", ...heartbeatWorker() },
  format: "esm",
  target: "node24",
  clean: true,
  noExternal: [/./],
  define: { tgmemBuild: JSON.stringify(buildName(join(import.meta.dirname, ".."))) },
  // Some modules of Node have no name without it.
  removeNodeProtocol: false,
  esbuildOptions(options) {
    options.conditions = ["@tgmem/source"];
    // Less to keep in memory; names and lines stay such that a stack can be read.
    Object.assign(options, { minifySyntax: true, minifyWhitespace: true, lineLimit: 160 });
  },
  // What the modules of CommonJS among them have by themselves.
  banner: {
    js: [
      `import { createRequire as createRequireOfNode } from "node:module";`,
      `const require = createRequireOfNode(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`,
    ].join("\n"),
  },
});

/** The SDK of the engine starts a thread from a file that it looks for beside itself. */
function heartbeatWorker(): Readonly<Record<string, string>> {
  if (!readFileSync("package.json", "utf8").includes('"@tgmem/engine"')) return {};
  const { resolve } = createRequire(new URL("../packages/engine/package.json", import.meta.url));
  const folder = "@hatchet-dev/typescript-sdk/clients/dispatcher/heartbeat";
  return { "heartbeat-worker": resolve(`${folder}/heartbeat-worker.js`) };
}
