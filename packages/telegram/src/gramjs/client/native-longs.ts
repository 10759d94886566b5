import bigInt from "big-integer";
import { BinaryReader } from "telegram/extensions/index.js";

/**
 * Makes every client of this process read 64-bit numbers as what they are. GramJS writes each as hexadecimal and as binary
 * text, a third of all that it computes for a message. What is read is the same.
 */
export function readLongsNatively(): void {
  BinaryReader.prototype.readLong = readLong;
}

function readLong(this: BinaryReader, signed = true): bigInt.BigInteger {
  const bytes = this.read(8);
  return bigInt(signed ? bytes.readBigInt64LE() : bytes.readBigUInt64LE());
}
