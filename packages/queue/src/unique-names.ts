import { randomBytes } from "node:crypto";

/** Makes names, each unique in the world: those of one process share a random beginning. */
export function uniqueNames(): () => string {
  const base = randomBytes(9).toString("base64url");
  let made = 0;
  return () => base + (made++).toString(36);
}
