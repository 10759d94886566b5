import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { addPublicKey, NodeCryptoProvider } from "@mtcute/node/utils.js";
import type { TelegramServer, TelegramServerOptions } from "./telegram-server.ts";

/** Options of `startTelegramServer` for mtcute, which speaks a newer layer than GramJS: that of the installed copy. */
export const mtcuteServerOptions = (): Pick<TelegramServerOptions, "layer" | "padKey"> => ({
  padKey: true,
  layer: layerOfMtcute(),
});

/** Options of a mtcute client that make it talk to this server instead of Telegram. */
export async function mtcuteOptions({ host, port, publicKey }: TelegramServer["endpoint"]) {
  const crypto = new NodeCryptoProvider();
  await crypto.initialize();
  addPublicKey(crypto, publicKey);
  const dc = { id: 2, ipAddress: host, port };
  return { crypto, defaultDcs: { main: dc, media: dc } };
}

interface Entry {
  readonly name: string;
  readonly id: number;
  readonly type: string;
  readonly arguments: readonly Argument[];
}

interface Argument {
  readonly name: string;
  readonly type: string;
  readonly typeModifiers?: { readonly predicate?: string; readonly isVector?: boolean };
}

const typesOfItsOwn: Readonly<Record<string, string>> = { int53: "long", any: "!X" };

const fieldOf = ({ name, type, typeModifiers: modifiers = {} }: Argument) => {
  const one = typesOfItsOwn[type] ?? type;
  const of = modifiers.isVector ? `Vector<${one}>` : one;
  return `${name}:${modifiers.predicate ? `${modifiers.predicate}?` : ""}${of}`;
};

/** Its schema, which it ships as JSON, as TL text. */
function layerOfMtcute(): string {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve("@mtcute/node"));
  const { e: entries }: { e: Entry[] } = JSON.parse(
    readFileSync(resolve("@mtcute/core/tl/api-schema.json"), "utf8"),
  );
  return entries
    .map(
      ({ name, id, type, arguments: fields }) =>
        `${name}#${id.toString(16)} ${fields.map(fieldOf).join(" ")} = ${type};`,
    )
    .join("\n");
}
