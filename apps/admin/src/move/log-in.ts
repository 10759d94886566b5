import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** The file of a log-in, and that to which it goes. It also says up to where Telegram was heard. */
export interface LogIn {
  readonly from: string;
  readonly to: string;
}

/** Rejects where a log-in would be written over. */
export function mustHaveRoom({ from, to }: LogIn): void {
  if (!existsSync(from) || !existsSync(to)) return;
  if (readFileSync(from).equals(readFileSync(to))) return;
  throw new Error(
    `${to} is a log-in already: move that file away, because this one comes along, with what it has heard of Telegram.`,
  );
}

/** Copies it, whole or not at all, for its owner alone; says whether there was one. */
export function copyLogIn({ from, to }: LogIn): boolean {
  if (!existsSync(from)) return false;
  const half = `${to}.moving`;
  rmSync(half, { force: true });
  writeFileSync(half, readFileSync(from), { mode: 0o600, flush: true });
  renameSync(half, to);
  return true;
}
