import type { System } from "../system/open-system.ts";
import type { WithRedisOptions } from "@tgmem/service";
import type { Terminal } from "../terminal/terminal.ts";

/** Opens the system for one command. What loads its clients is loaded only when it is wanted. */
export async function onSystem(
  { env, data }: Terminal,
  work: (system: System) => Promise<number>,
  options: WithRedisOptions = {},
): Promise<number> {
  const { withSystem } = await import("../system/open-system.ts");
  return withSystem(env, work, { data, ...options });
}
