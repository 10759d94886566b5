import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "tsup";
import { buildName } from "./build-name.ts";

/**
 * One file an app, with all that it needs inside: it starts sooner than the sources with their thousands of modules, and takes
 * half of the memory. What is loaded later has a file of its own.
 */
export default defineConfig({
  entry: { main: "src/main.ts", ...heartbeatThread() },
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

/** Heartbeats come from a thread, and that from a file. */
function heartbeatThread(): Readonly<Record<string, string>> {
  if (!readFileSync("package.json", "utf8").includes('"@tgmem/engine"')) return {};
  return { "heartbeat-thread": "../../packages/engine/src/heartbeats/thread.ts" };
}
