import { enableCompileCache } from "node:module";

// The rest is loaded after this, so that its next start finds it compiled.
enableCompileCache();
const { runChat, setUp } = await import("./run-chat.ts");

// Whoever read the answers, such as `head`, has enough of them.
process.stdout.on("error", () => process.exit(0));

const [, , ...args] = process.argv;
let exitCode = 2;
try {
  const ready = await setUp(args, process.env);
  exitCode = 1;
  if ("usage" in ready) process.stdout.write(ready.usage);
  exitCode = "usage" in ready ? 0 : await runChat(ready);
} catch (error) {
  process.stderr.write(`chat: ${error instanceof Error ? error.message : String(error)}\n`);
}
process.exitCode = exitCode;
