import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem doctor`: what is wrong, and what to do. */
export function doctor(program: Command, terminal: Terminal): void {
  leaf(
    program,
    "doctor",
    "mend what a power loss left of the lists, look how Redis is set up; ends with 0 if all was well",
  ).action(async ({ json = false }) => {
    const { doctorCommand } = await import("../doctor/doctor-command.ts");
    terminal.end(
      await onSystem(terminal, (system) => doctorCommand(system, { json, print: terminal.print })),
    );
  });
}
