/** How Node runs a program of ours from its source. */
export const flags = ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source"];

/** The only variables that a program of ours sees, see `StartOptions`. */
export function variables(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE, METRICS_PORT: "0", ...env };
}
