import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

export const sha1 = (...parts: readonly Buffer[]) =>
  createHash("sha1").update(Buffer.concat(parts)).digest();
export const sha256 = (...parts: readonly Buffer[]) =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

export const xor = (a: Buffer, b: Buffer) =>
  Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));

export const padTo256 = (bytes: Buffer) => Buffer.concat([Buffer.alloc(256 - bytes.length), bytes]);

/** AES-256-IGE on top of ECB, because Node has no IGE mode. */
export function ige(key: Buffer, iv: Buffer, data: Buffer, mode: "encrypt" | "decrypt"): Buffer {
  const create = mode === "encrypt" ? createCipheriv : createDecipheriv;
  const cipher = create("aes-256-ecb", key, null).setAutoPadding(false);
  const [first, second] = [iv.subarray(0, 16), iv.subarray(16, 32)];
  let [x, y] = mode === "encrypt" ? [first, second] : [second, first];
  const out: Buffer[] = [];
  for (let offset = 0; offset < data.length; offset += 16) {
    const block = data.subarray(offset, offset + 16);
    x = xor(cipher.update(xor(block, x)), y);
    y = block;
    out.push(x);
  }
  return Buffer.concat(out);
}

/** Key and vector of one message, as MTProto 2.0 derives them. */
export function messageKeys(
  authKey: Buffer,
  msgKey: Buffer,
  from: "client" | "server",
): { key: Buffer; iv: Buffer } {
  const x = from === "client" ? 0 : 8;
  const a = sha256(msgKey, authKey.subarray(x, x + 36));
  const b = sha256(authKey.subarray(40 + x, 76 + x), msgKey);
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 24), a.subarray(24, 32)]),
    iv: Buffer.concat([b.subarray(0, 8), a.subarray(8, 24), b.subarray(24, 32)]),
  };
}

export const msgKeyOf = (authKey: Buffer, data: Buffer, from: "client" | "server") => {
  const x = from === "client" ? 88 : 96;
  return sha256(authKey.subarray(x, x + 32), data).subarray(8, 24);
};

export const toBigInt = (bytes: Buffer) => BigInt(`0x${bytes.toString("hex") || "0"}`);

export const toBytes = (value: bigint, size: number) =>
  Buffer.from(value.toString(16).padStart(size * 2, "0"), "hex");

export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let factor = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

/** The 2048-bit safe prime of the MTProto documentation: strict clients check that it is one. Its generator is 3. */
export const dhPrime = Buffer.from(
  "c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4db" +
    "fa336f6e0ac925139543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f64" +
    "2477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b41" +
    "0dba74d8a84b2a14b3144e0ef1284754fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4" +
    "e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f0d8115f635b105ee2e4e15d04b2454bf" +
    "6f4fadf034b10403119cd8e3b92fcc5b",
  "hex",
);
export const dhGenerator = 3;
