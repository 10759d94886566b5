import { engineBinaries } from "./binaries.ts";
import { formatEnv } from "./client-env.ts";
import { EngineSetupError } from "./errors.ts";
import { help, readOptions } from "./options.ts";
import { startEngine } from "./start-engine.ts";

const say = (line: string) => console.error(line);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const told = new Promise<NodeJS.Signals>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const binaries = await engineBinaries({ env: process.env, onProgress: say });
  if (options.build) {
    say(`The engine is in ${binaries}`);
    return 0;
  }
  const engine = await startEngine({ ...options, binaries, onProgress: say });
  say(`\nThe engine runs. For your .env (also in ${engine.clientEnvFile}):\n`);
  process.stdout.write(formatEnv(engine.clientEnv));
  const signal = await Promise.race([told, engine.exited().then(() => null)]);
  if (signal === null) {
    say(`The engine ended by itself, see ${engine.logFile}.`);
    return 1;
  }
  say(`\n${signal}: stopping the engine`);
  await engine.stop();
  return 0;
}

// Holds the process open: the engine and the build are children that Node does not wait for.
const hold = setInterval(() => {}, 60_000);
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof EngineSetupError)) throw error;
  say(error.message);
  process.exitCode = error.code === "invalid_argument" ? 2 : 1;
} finally {
  clearInterval(hold);
}
