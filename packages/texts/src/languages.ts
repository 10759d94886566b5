import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { ru } from "./ru.ts";
import { type Offered, offeredCommands, type Texts } from "./texts.ts";
import { uk } from "./uk.ts";
import { zh } from "./zh.ts";

/** The texts by the language's code (ISO 639-1); English is everybody's who speaks none of them. */
export const languages: ReadonlyMap<string, Texts> = new Map(
  Object.entries({ en, ru, uk, es, de, ar, zh }),
);

/** The texts of the language that an IETF tag names, such as `pt-br` or `zh-hans`. */
export function textsFor(language: string | undefined): Texts {
  const [code = ""] = (language ?? "").toLowerCase().split(/[-_]/u);
  return languages.get(code) ?? en;
}

/** What /help says: what the bot is, and what each command does. */
export const helpIn = ({ intro, commands }: Texts, offered?: Offered): string =>
  `${intro}\n\n${offeredCommands(offered)
    .map((command) => `/${command}  ${commands[command]}`)
    .join("\n")}`;
