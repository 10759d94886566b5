import { once } from "node:events";
import type { System } from "../system/open-system.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type ServeOptions, serveUi } from "./serve.ts";

interface Served extends Pick<Terminal, "print" | "signal"> {
  readonly system: System;
  readonly json: boolean;
}

/** Serves the page until the terminal aborts. It prints the address, and nothing of what is asked for there. */
export async function serveUntilAborted(
  where: ServeOptions,
  { system, json, print, signal }: Served,
): Promise<number> {
  const served = await serveUi({ system, now: Date.now }, where);
  if (json) print(JSON.stringify({ url: served.url }));
  else {
    print(`Open ${served.url}`);
    print("Who has this address may see and change everything. Ctrl-C ends it.");
  }
  if (!signal.aborted) await once(signal, "abort");
  await served.close();
  return 0;
}
