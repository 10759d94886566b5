import type { Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** What libraries load and no app ever calls, by what they ask for. It would lie in the memory of each app. */
const unneeded: readonly RegExp[] = [
  // Error messages of zod in fifty languages; English is loaded by itself.
  /^\.\.\/locales\/index\.c?js$/,
  // A substitute of node-fetch for the URL of Node.
  /^whatwg-url$/,
  // Types of files by their names, in case a form is posted.
  /^mime-db$/,
  // A file of settings of the engine's SDK; ours are variables.
  /^yaml$/,
  // What GramJS has for texts in HTML, files, browsers, and sessions of another kind.
  /^htmlparser2$/,
  /^mime$/,
  /^websocket$/,
  /^store2$/,
  /^node-localstorage$/,
];

/** Leaves out what no app needs, and what would be there twice. */
export const leftOut: Plugin = {
  name: "left-out",
  setup(build) {
    for (const filter of unneeded)
      build.onResolve({ filter }, () => ({
        path: "nothing",
        namespace: "left-out",
        sideEffects: false,
      }));
    build.onLoad({ filter: /^/, namespace: "left-out" }, () => ({ contents: "" }));
    // It exists for `import` and for `require`, and is asked for in both ways.
    build.onResolve({ filter: /^zod(\/v4)?$/ }, ({ path, kind, resolveDir }) =>
      kind === "require-call"
        ? build.resolve(path, { kind: "import-statement", resolveDir })
        : null,
    );
  },
};
