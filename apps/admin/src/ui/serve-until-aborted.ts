import { once } from "node:events";
import type { System } from "../system/open-system.ts";
import type { Terminal } from "../terminal.ts";
import { type ServeOptions, serveUi } from "./serve.ts";

/** Serves the page until the terminal aborts. It prints the address, and nothing of what is asked for there. */
export async function serveUntilAborted(
  where: ServeOptions,
  { system, print, signal }: Pick<Terminal, "print" | "signal"> & { readonly system: System },
): Promise<number> {
  const served = await serveUi({ system, now: Date.now }, where);
  print(`Open ${served.url}`);
  print("Who has this address may see and change everything. Ctrl-C ends it.");
  if (!signal.aborted) await once(signal, "abort");
  await served.close();
  return 0;
}
