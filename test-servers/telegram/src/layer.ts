import { readFileSync } from "node:fs";

// Text of schemas, as GramJS (MIT) ships it. The server has its own copy, so that it needs no client to be installed.
const read = (name: string) => readFileSync(new URL(`../schema/${name}`, import.meta.url), "utf8");

/** The messages of MTProto itself, which no API layer changes. */
export const mtprotoSchema = read("mtproto.tl");

/** API layer 198, which GramJS 2.26 speaks. */
export const layer198 = read("api-198.tl");
