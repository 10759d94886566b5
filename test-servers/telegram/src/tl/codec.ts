import { TelegramServerError } from "../errors.ts";
import { byteString, i32, i64, Reader, u32 } from "./bytes.ts";
import { isObject, type TlObject } from "./fields.ts";
import type { Field, Schema } from "./schema.ts";

const boxedVector = 0x1cb5c415;
const boolTrue = 0x997275b5;
const boolFalse = 0xbc799737;

export interface Codec {
  /** An object, a vector or a boolean; nothing else stands for itself on the wire. */
  readonly encode: (value: unknown) => Buffer;
  readonly decode: (bytes: Buffer) => TlObject;
}

export function createCodec({ byId, byName }: Schema): Codec {
  return { encode, decode };

  function encode(value: unknown): Buffer {
    const out: Buffer[] = [];
    if (typeof value === "boolean") writeValue("Bool", value, out);
    else if (Array.isArray(value)) writeValue("Vector<Object>", value, out);
    else writeObject(value, out, true);
    return Buffer.concat(out);
  }

  function decode(bytes: Buffer): TlObject {
    const object = readObject(new Reader(bytes));
    if (!isObject(object)) throw new Error("TL: an object was expected");
    return object;
  }

  function writeObject(value: unknown, out: Buffer[], boxed: boolean): void {
    if (Buffer.isBuffer(value)) {
      out.push(value);
      return;
    }
    if (!isObject(value)) throw invalid("TL: an object was expected");
    const definition = byName.get(value._);
    if (!definition) throw invalid(`TL: there is no constructor ${value._}`);
    if (boxed) out.push(u32(definition.id));
    const flags = flagsOf(definition.fields, value);
    for (const field of definition.fields) {
      if (field.type === "#") out.push(u32(flags.get(field.name) ?? 0));
      else if (field.type !== "true" && isPresent(field, flags))
        try {
          writeValue(field.type, value[field.name], out);
        } catch (cause) {
          throw invalid(`TL: cannot write ${value._}.${field.name}`, cause);
        }
    }
  }

  function writeValue(type: string, value: unknown, out: Buffer[]): void {
    const vector = vectorOf(type);
    if (vector) {
      if (!Array.isArray(value)) throw invalid("TL: a vector was expected");
      if (vector.boxed) out.push(u32(boxedVector));
      out.push(u32(value.length));
      for (const item of value) writeValue(vector.of, item, out);
      return;
    }
    switch (type) {
      case "int":
        out.push(i32(Number(value) | 0));
        return;
      case "long":
        if (typeof value !== "bigint") throw invalid("TL: a long is a bigint");
        out.push(i64(value));
        return;
      case "double": {
        const bytes = Buffer.alloc(8);
        bytes.writeDoubleLE(Number(value));
        out.push(bytes);
        return;
      }
      case "int128":
      case "int256":
        if (!Buffer.isBuffer(value)) throw invalid("TL: bytes were expected");
        out.push(value);
        return;
      case "string":
      case "bytes":
        out.push(byteString(Buffer.isBuffer(value) ? value : Buffer.from(String(value))));
        return;
      case "Bool":
        out.push(u32(value ? boolTrue : boolFalse));
        return;
      default:
        if (isBare(type)) writeObject(value, out, false);
        else writeObject(value, out, true);
    }
  }

  function readObject(reader: Reader): unknown {
    const id = reader.u32();
    if (id === boolTrue) return true;
    if (id === boolFalse) return false;
    if (id === boxedVector) return Array.from({ length: reader.i32() }, () => readObject(reader));
    const definition = byId.get(id);
    if (!definition) throw new Error(`TL: there is no constructor with the id ${id.toString(16)}`);
    return readBody(definition.name, reader);
  }

  function readBody(name: string, reader: Reader): TlObject {
    const definition = byName.get(name);
    if (!definition) throw new Error(`TL: there is no constructor ${name}`);
    const value: Record<string, unknown> & { _: string } = { _: definition.name };
    const flags = new Map<string, number>();
    for (const field of definition.fields) {
      if (field.type === "#") flags.set(field.name, reader.u32());
      else if (field.type === "true") value[field.name] = isPresent(field, flags);
      else if (isPresent(field, flags)) value[field.name] = readValue(field.type, reader);
    }
    return value;
  }

  function readValue(type: string, reader: Reader): unknown {
    const vector = vectorOf(type);
    if (vector) {
      if (vector.boxed) reader.take(4);
      return Array.from({ length: reader.i32() }, () => readValue(vector.of, reader));
    }
    switch (type) {
      case "int":
        return reader.i32();
      case "long":
        return reader.i64();
      case "double":
        return reader.take(8).readDoubleLE();
      case "int128":
        return Buffer.from(reader.take(16));
      case "int256":
        return Buffer.from(reader.take(32));
      case "string":
        return reader.byteString().toString("utf8");
      case "bytes":
        return reader.byteString();
      case "Bool":
        return reader.u32() === boolTrue;
      default:
        return isBare(type) ? readBody(type.replace("%", ""), reader) : readObject(reader);
    }
  }
}

function flagsOf(fields: readonly Field[], object: TlObject): Map<string, number> {
  const flags = new Map<string, number>();
  for (const { name, type, flag } of fields) {
    const value = object[name];
    const present = value !== undefined && value !== null && !(type === "true" && !value);
    if (flag && present) flags.set(flag.field, (flags.get(flag.field) ?? 0) | (1 << flag.bit));
  }
  return flags;
}

const isPresent = ({ flag }: Field, flags: ReadonlyMap<string, number>) =>
  !flag || ((flags.get(flag.field) ?? 0) & (1 << flag.bit)) !== 0;

/** `vector` in lower case is bare: no constructor id goes before it. */
function vectorOf(type: string): { readonly of: string; readonly boxed: boolean } | undefined {
  const [, letter, of] = /^([Vv])ector<(.+)>$/.exec(type) ?? [];
  return of === undefined ? undefined : { of, boxed: letter === "V" };
}

const isBare = (type: string) =>
  !type.startsWith("!") && (type.startsWith("%") || /^[a-z]\w*$/.test(type.split(".").pop() ?? ""));

/** What is written comes from the test: from what it pushes, and from the fields and answers that it makes up. */
const invalid = (message: string, cause?: unknown) =>
  new TelegramServerError("invalid_argument", message, { cause });
