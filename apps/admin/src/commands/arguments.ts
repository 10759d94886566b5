import { TelegramId } from "@tgmem/contracts";
import { Argument, InvalidArgumentError } from "@commander-js/extra-typings";
import type { ArchiveName } from "../memory/archive-name.ts";
import { listNames } from "../system/lists.ts";

/** Reads a whole number from 1 on. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError("Give a number such as 7.");
  return Number(text);
}

/** Reads a whole number from 0 on. */
export const countOrNone = (text: string): number => (text === "0" ? 0 : count(text));

/** The argument that names a list. */
export const listArgument = () => new Argument("<list>", listNames.join(", ")).argParser(listName);

function listName(text: string) {
  const name = listNames.find((one) => one === text);
  if (name) return name;
  throw new InvalidArgumentError(`Give ${listNames.join(", ")}.`);
}

/** Reads the id of a person or of a chat. */
export function telegramId(text: string): string {
  if (TelegramId.safeParse(text).success) return text;
  throw new InvalidArgumentError("Give a Telegram id such as 42, or -1001234567890 of a group.");
}

/** Reads what is to be said. */
export function words(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("There is no text: give one, in quotation marks.");
}

/** Reads the name of an archive. */
export function archiveName(text: string): ArchiveName {
  if (text === "airtable") return text;
  const file = /^sqlite:(.+)$/u.exec(text)?.[1];
  if (file !== undefined) return `sqlite:${file}`;
  throw new InvalidArgumentError("Give airtable, or sqlite:FILE.");
}

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads an age such as `30m`, `12h` or `7d`, in ms. */
export function age(text: string): number {
  const [, number, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (number === undefined || unit === undefined)
    throw new InvalidArgumentError("Give 30m, 12h or 7d, for instance.");
  return Number(number) * (unitsMs[unit] ?? 0);
}
