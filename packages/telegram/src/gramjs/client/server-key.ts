import bigInt from "big-integer";
import { createHash } from "node:crypto";
import { _serverKeys as serverKeys } from "telegram/crypto/RSA.js";
import type { TestEndpoint } from "../options.ts";

/** Makes every client of this process trust the key of a server that is not one of Telegram's. */
export function trust({ rsa }: TestEndpoint): void {
  const n = Buffer.from(rsa.n, "hex");
  const e = Buffer.from(rsa.e.toString(16).padStart(6, "0"), "hex");
  // TL byte strings of 256 and 3 bytes.
  const bytes = Buffer.concat([Buffer.from([254, 0, 1, 0]), n, Buffer.from([3]), e]);
  const fingerprint = createHash("sha1").update(bytes).digest().readBigInt64LE(12);
  serverKeys.set(fingerprint.toString(), { n: bigInt(rsa.n, 16), e: rsa.e });
}
