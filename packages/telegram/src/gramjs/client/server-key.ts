import bigInt from "big-integer";
import { createHash, createPublicKey } from "node:crypto";
import { _serverKeys as serverKeys } from "telegram/crypto/RSA.js";
import { invalidArgument } from "../../errors.ts";
import type { ServerAddress } from "./options.ts";

/** Makes every client of this process trust the key of a server that is not one of Telegram's own. */
export function trust({ publicKey }: ServerAddress): void {
  const { n, e } = numbersOf(publicKey);
  // TL byte strings of 256 and 3 bytes.
  const bytes = Buffer.concat([Buffer.from([254, 0, 1, 0]), n, Buffer.from([3]), e]);
  const fingerprint = createHash("sha1").update(bytes).digest().readBigInt64LE(12);
  serverKeys.set(fingerprint.toString(), {
    n: bigInt(n.toString("hex"), 16),
    e: e.readUIntBE(0, 3),
  });
}

/** Modulus and exponent of the key. */
function numbersOf(publicKey: string): { readonly n: Buffer; readonly e: Buffer } {
  const der = Buffer.from(publicKey.replaceAll(/-----[^-]*-----|\s/g, ""), "base64");
  try {
    const { n = "", e = "" } = createPublicKey({ key: der, format: "der", type: "pkcs1" }).export({
      format: "jwk",
    });
    const numbers = { n: Buffer.from(n, "base64url"), e: Buffer.from(e, "base64url") };
    if (numbers.n.length === 256 && numbers.e.length === 3) return numbers;
  } catch {
    // Another kind of key, or none at all.
  }
  throw invalidArgument(
    "Expected `server.publicKey` to be an RSA key of 2048 bits: PEM that begins with BEGIN RSA PUBLIC KEY.",
  );
}
