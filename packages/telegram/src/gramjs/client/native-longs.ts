import bigInt from "big-integer";
import { BinaryReader } from "telegram/extensions/index.js";
import helpers from "telegram/Helpers.js";

/**
 * Makes every client of this process read and write 64-bit numbers as what they are. GramJS reads each by way of its hexadecimal and
 * its binary text, a third of all that it computes for a message, and writes each byte by byte. The numbers are the same.
 */
export function useNativeLongs(): void {
  BinaryReader.prototype.readLong = readLong;
  helpers.toSignedLittleBuffer = writeLong;
}

function readLong(this: BinaryReader, signed = true): bigInt.BigInteger {
  const bytes = this.read(8);
  return bigInt(signed ? bytes.readBigInt64LE() : bytes.readBigUInt64LE());
}

const { toSignedLittleBuffer: writeAnyLength } = helpers;

function writeLong(number: bigInt.BigInteger | string | number, length = 8): Buffer {
  if (length !== 8) return writeAnyLength(number, length);
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt.asIntN(64, BigInt(number.toString())));
  return bytes;
}
