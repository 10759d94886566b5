import { createRequire } from "node:module";
import * as fc from "fast-check";
import { BinaryReader } from "telegram/extensions/index.js";
import bigInt from "big-integer";
import helpers, { readBigIntFromBuffer } from "telegram/Helpers.js";
import { expect, it } from "vitest";
import { useNativeLongs } from "./native-longs.ts";

/** GramJS' own function: other tests of this worker may have made clients before. */
function untouched(): typeof helpers.toSignedLittleBuffer {
  const load = createRequire(import.meta.url);
  const path = load.resolve("telegram/Helpers.js");
  const shared = load.cache[path];
  delete load.cache[path];
  const { toSignedLittleBuffer }: typeof helpers = load(path);
  load.cache[path] = shared;
  return toSignedLittleBuffer;
}

it("reads the same numbers as GramJS does, signed or not, and goes on behind them", () => {
  useNativeLongs();
  const edges = ["0000000000000000", "ffffffffffffffff", "0000000000000080", "ffffffffffffff7f"];
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 8, maxLength: 8 }),
    fc.constantFrom(...edges).map((hex) => Buffer.from(hex, "hex")),
  );
  fc.assert(
    fc.property(bytes, fc.boolean(), (eight, signed) => {
      const reader = new BinaryReader(Buffer.from([...eight, 7, 0, 0, 0]));
      const expected = readBigIntFromBuffer(Buffer.from(eight), true, signed);
      const read = reader.readLong(signed);
      expect(read.toString()).toBe(expected.toString());
      expect(read.equals(expected) && expected.equals(read)).toBe(true);
      expect(read.constructor).toBe(expected.constructor);
      expect(reader.readInt()).toBe(7);
    }),
  );
});

it("refuses to read beyond the end, as GramJS does", () => {
  useNativeLongs();
  expect(() => new BinaryReader(Buffer.alloc(7)).readLong()).toThrow("No more data");
});

it("writes the same bytes as GramJS does, also of numbers that are longer, and of other lengths", () => {
  useNativeLongs();
  const toSignedLittleBuffer = untouched();
  expect(String(helpers.toSignedLittleBuffer)).not.toBe(String(toSignedLittleBuffer));
  const number = fc.oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }),
    fc.bigInt(),
    fc.integer().map(BigInt),
  );
  fc.assert(
    fc.property(number, fc.constantFrom(8, 16, 32), (value, length) => {
      for (const given of [bigInt(value), String(value)])
        expect(helpers.toSignedLittleBuffer(given, length)).toEqual(
          toSignedLittleBuffer(given, length),
        );
    }),
  );
});
