import { mtprotoSchema } from "../layer.ts";

export interface Field {
  readonly name: string;
  readonly type: string;
  /** Set for an optional field: present when this bit of that flags field is 1. */
  readonly flag?: { readonly field: string; readonly bit: number };
}

interface Definition {
  readonly name: string;
  readonly id: number;
  readonly fields: readonly Field[];
}

export interface Schema {
  readonly byId: ReadonlyMap<number, Definition>;
  readonly byName: ReadonlyMap<string, Definition>;
}

/** Parses TL schema text; built-in types without a body of their own are left out. */
function parseSchema(...texts: readonly string[]): Schema {
  const byId = new Map<number, Definition>();
  const byName = new Map<string, Definition>();
  for (const line of texts.flatMap((text) => text.split("\n"))) {
    const match = /^([\w.]+)#([0-9a-f]+)\s+(?:(.*?)\s*)?=\s*.+;$/.exec(
      line.replace(/\/\/.*/, "").trim(),
    );
    const [, name, id, fields = ""] = match ?? [];
    if (!name || !id || name === "vector") continue;
    const definition = { name, id: Number.parseInt(id, 16) >>> 0, fields: parseFields(fields) };
    byId.set(definition.id, definition);
    byName.set(name, definition);
  }
  return { byId, byName };
}

const parseFields = (text: string): Field[] =>
  text
    .split(/\s+/)
    .filter((part) => part && !part.startsWith("{"))
    .map((part) => {
      const [, name = "", flag, bit, type = ""] =
        /^(\w+):(?:(\w+)\.(\d+)\?)?(.+)$/.exec(part) ?? [];
      return { name, type, ...(flag ? { flag: { field: flag, bit: Number(bit) } } : {}) };
    });

// The key exchange writes bytes where the schema says string.
const exchanged = /\b(pq|p|q|encrypted_answer|encrypted_data|dh_prime|g_a|g_b):string/g;

/** The messages of MTProto itself, and those of an API layer. */
export const schemaOf = (layer: string): Schema =>
  parseSchema(mtprotoSchema.replaceAll(exchanged, "$1:bytes"), layer);
