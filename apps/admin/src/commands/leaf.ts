import type { Command } from "@commander-js/extra-typings";

/** Adds a command that does something, with the option that all of those have. */
export const leaf = (parent: Command, name: string, description: string) =>
  parent.command(name).description(description).option("--json", "print JSON, for programs");

/** Adds a command that only holds others. */
export const branch = (parent: Command, name: string, description: string): Command =>
  parent.command(name).description(description);
