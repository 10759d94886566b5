import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";

/** `tgmem doctor`: what is wrong, and what to do. */
export function doctor(program: Command, terminal: Terminal): void {
  const { env, print, signal, end } = terminal;
  leaf(
    program,
    "doctor",
    "look at all that the bot needs, say what to do, and mend what a power loss left of the lists",
  ).action(async ({ json }) => {
    const { examine } = await import("../doctor/examine.ts");
    const { isWell, reportLines } = await import("../doctor/report.ts");
    const findings = await examine(env, { data: terminal.data, signal });
    print(json ? JSON.stringify(findings) : reportLines(findings));
    end(isWell(findings) ? 0 : 1);
  });
}
