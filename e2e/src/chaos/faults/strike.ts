import type { World } from "../world.ts";

/** Lets something go wrong, and resolves when it is mended. */
export type Strike = (
  world: World,
  options: { readonly lastsMs: number; readonly which: number },
) => Promise<void>;
