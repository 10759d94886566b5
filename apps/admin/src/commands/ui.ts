import { type Command, InvalidArgumentError } from "@commander-js/extra-typings";
import type { System } from "../system/open-system.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem ui`: the page. */
export function ui(program: Command, terminal: Terminal): void {
  leaf(program, "ui", "serve a page that shows all of this, and mends it, until Ctrl-C")
    .option("--port <port>", "where; 0 = any free one", port, 9_105)
    .option("--host <address>", "where; another one only in a container", "127.0.0.1")
    .action(async ({ json = false, ...where }) => {
      const { serveUntilAborted } = await import("../ui/serve-until-aborted.ts");
      const work = (system: System) => serveUntilAborted(where, { system, json, ...terminal });
      terminal.end(await onSystem(terminal, work, { isLasting: true }));
    });
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("Expected 0 to 65535.");
}
