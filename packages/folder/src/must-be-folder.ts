import { existsSync, statSync } from "node:fs";
import { filesOf } from "./files.ts";

/** Throws unless a bot has made this folder. */
export function mustBeFolder(folder: string): void {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}: name that of pnpm bot.`);
  const { lists, records } = filesOf(folder);
  if (statSync(folder).isDirectory() && [lists, records].every((file) => existsSync(file))) return;
  throw new Error(`${folder} is not the folder of a bot, which pnpm bot makes: name that.`);
}
