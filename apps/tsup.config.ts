import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "tsup";
import { buildName } from "./build-name.ts";
import { leftOut } from "./left-out.ts";

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
  esbuildPlugins: [leftOut],
  plugins: [
    { name: "ascii", renderChunk: (code) => ({ code: code.replaceAll(/[^\0-\x7F]/g, escaped) }) },
  ],
  esbuildOptions(options) {
    options.conditions = ["@tgmem/source"];
    Object.assign(options, {
      // Less to keep in memory; names and lines stay such that a stack can be read.
      minifySyntax: true,
      minifyWhitespace: true,
      lineLimit: 160,
      // One letter that is not ASCII doubles what a file takes there. A template may show its source, and so becomes strings.
      charset: "ascii",
      supported: { "template-literal": false },
    });
  },
  // What the modules of CommonJS among them have by themselves.
  banner: {
    js: [
      `import { createRequire as createRequireOfNode } from "node:module";`,
      `const require = createRequireOfNode(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`,
    ].join("\n"),
  },
});

/** Letters of regular expressions mean the same when they are escaped, which esbuild does not do. */
const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Heartbeats come from a thread, and that from a file. */
function heartbeatThread(): Readonly<Record<string, string>> {
  if (!readFileSync("package.json", "utf8").includes('"@tgmem/engine"')) return {};
  return { "heartbeat-thread": "../../packages/engine/src/heartbeats/thread.ts" };
}
