import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { byteString } from "../tl/bytes.ts";
import { sha1 } from "./crypto.ts";

export interface RsaKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly fingerprint: bigint;
}

/** Names a key in the first step of a key exchange. */
export const fingerprintOf = (modulus: Buffer, exponent: Buffer): bigint =>
  sha1(byteString(modulus), byteString(exponent)).readBigInt64LE(12);

export function createRsaKey(): RsaKey {
  for (;;) {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const { n = "", e = "" } = publicKey.export({ format: "jwk" });
    const fingerprint = fingerprintOf(Buffer.from(n, "base64url"), Buffer.from(e, "base64url"));
    // mtcute writes the fingerprint in hex without its leading zero and then does not find the key.
    if (BigInt.asUintN(64, fingerprint) >> 60n !== 0n)
      return { privateKey, publicKey, fingerprint };
  }
}
