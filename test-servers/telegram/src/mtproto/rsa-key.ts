import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { byteString } from "../tl/bytes.ts";
import { sha1 } from "./crypto.ts";

export interface RsaKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Modulus in hex, without leading zeros. */
  readonly n: string;
  readonly e: number;
  readonly fingerprint: bigint;
}

export function createRsaKey(): RsaKey {
  for (;;) {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const { n = "", e = "" } = publicKey.export({ format: "jwk" });
    const [modulus, exponent] = [Buffer.from(n, "base64url"), Buffer.from(e, "base64url")];
    const fingerprint = sha1(byteString(modulus), byteString(exponent)).subarray(12, 20);
    // mtcute writes the fingerprint in hex without its leading zero and then does not find the key.
    if ((fingerprint[7] ?? 0) < 0x10) continue;
    return {
      privateKey,
      publicKey,
      n: modulus.toString("hex"),
      e: exponent.readUIntBE(0, exponent.length),
      fingerprint: fingerprint.readBigInt64LE(),
    };
  }
}
