import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

interface Argument {
  readonly name: string;
  readonly type: string;
  readonly typeModifiers?: { readonly predicate?: string; readonly isVector?: boolean };
}

interface Entry {
  readonly name: string;
  readonly id: number;
  readonly type: string;
  readonly arguments: readonly Argument[];
}

const typesOfItsOwn: Readonly<Record<string, string>> = { int53: "long", any: "!X" };

const fieldOf = ({ name, type, typeModifiers: modifiers = {} }: Argument) => {
  const one = typesOfItsOwn[type] ?? type;
  const predicate = modifiers.predicate ? `${modifiers.predicate}?` : "";
  return `${name}:${predicate}${modifiers.isVector ? `Vector<${one}>` : one}`;
};

/** The API layer that mtcute speaks, as TL text for the server. */
export function mtcuteLayer(): string {
  const core = createRequire(createRequire(import.meta.url).resolve("@mtcute/node"));
  const file = new URL("tl/api-schema.json", pathToFileURL(core.resolve("@mtcute/core")));
  const { e: entries }: { e: Entry[] } = JSON.parse(readFileSync(file, "utf8"));
  return entries
    .map(
      ({ name, id, type, arguments: fields }) =>
        `${name}#${id.toString(16)} ${fields.map(fieldOf).join(" ")} = ${type};`,
    )
    .join("\n");
}
