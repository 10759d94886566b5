export const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

export const i32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

export const i64 = (value: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt.asIntN(64, value));
  return bytes;
};

/** A TL byte string: one byte of length below 254, else 254 and three; padded to a multiple of four. */
export function byteString(data: Buffer): Buffer {
  const size = data.length;
  const head =
    size < 254
      ? Buffer.from([size])
      : Buffer.from([254, size & 255, (size >> 8) & 255, size >> 16]);
  return Buffer.concat([head, data, Buffer.alloc((4 - ((head.length + size) % 4)) % 4)]);
}

/** Reads bytes from front to back. */
export class Reader {
  readonly #bytes: Buffer;
  #offset: number;
  constructor(bytes: Buffer, offset = 0) {
    this.#bytes = bytes;
    this.#offset = offset;
  }

  take(size: number): Buffer {
    if (this.#offset + size > this.#bytes.length)
      throw new Error(`TL: ${size} bytes expected at ${this.#offset}`);
    const part = this.#bytes.subarray(this.#offset, this.#offset + size);
    this.#offset += size;
    return part;
  }

  u32(): number {
    return this.take(4).readUInt32LE();
  }

  i32(): number {
    return this.take(4).readInt32LE();
  }

  i64(): bigint {
    return this.take(8).readBigInt64LE();
  }

  byteString(): Buffer {
    const first = this.take(1).readUInt8();
    const size = first < 254 ? first : this.take(3).readUIntLE(0, 3);
    const head = first < 254 ? 1 : 4;
    const data = Buffer.from(this.take(size));
    this.take((4 - ((head + size) % 4)) % 4);
    return data;
  }
}
