import { once } from "node:events";
import type { System } from "../system/open-system.ts";
import { serveUi } from "./serve.ts";

export interface UiArguments {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/**
 * Runs `tgmem ui`: serves the page until the signal aborts. It prints the address, and nothing of what is asked for there.
 */
export async function uiCommand(
  { host = "127.0.0.1", port = "9105" }: UiArguments,
  {
    system,
    print,
    signal,
  }: {
    readonly system: System;
    readonly print: (line: string) => void;
    readonly signal: AbortSignal;
  },
): Promise<number> {
  const served = await serveUi({ system, now: Date.now }, { host, port: portOf(port) });
  print(`Open ${served.url}`);
  print("Whoever has this address may see and change everything. Ctrl-C ends it.");
  if (!signal.aborted) await once(signal, "abort");
  await served.close();
  return 0;
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new Error(`--port is wrong: expected 0 to 65535, got \`${text}\`.`);
  return port;
}
