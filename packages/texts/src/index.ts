export { helpIn, languages, textsFor } from "./languages.ts";
export { type Command, commands, type Texts } from "./texts.ts";
