export { helpIn, languages, textsFor } from "./languages.ts";
export { type Command, commands, type Offered, offeredCommands, type Texts } from "./texts.ts";
