import { z } from "zod";

/** Makes a required variable whose value is never shown; it has to look like `form`, where one is given. */
export const secret = (
  description: string,
  { form = /./u, expected = "" }: { readonly form?: RegExp; readonly expected?: string } = {},
) => z.string().regex(form, expected).meta({ description, secret: true });

/** Makes a variable that may be missing and whose value is never shown. */
export const optionalSecret = (description: string) =>
  z.string().optional().meta({ description, secret: true });

/** Makes a variable for a text that may be missing. */
export const optionalText = (description: string) => z.string().optional().meta({ description });

/** Makes a variable for a text with a default. */
export const text = (description: string, fallback: string) =>
  z.string().default(fallback).meta({ description });

/** Makes a variable for an address of HTTP that may be missing. */
export const optionalHttpUrl = (description: string) => httpUrl().optional().meta({ description });

/** Makes a variable for an address of HTTP, with a default. */
export const httpUrlOr = (description: string, fallback: string) =>
  httpUrl().default(fallback).meta({ description });

// Without a scheme, the name of a machine before its port would be taken for one.
const httpUrl = () =>
  z.url({ protocol: /^https?$/u, error: "expected a URL that begins with http:// or https://" });

/** Makes a variable for the address of a server that may be missing; that of IPv6 stands in brackets. */
export const optionalHostPort = (description: string) =>
  z
    .string()
    .refine(
      (value) =>
        /^(?:[^\s:/[\]]+|\[[\da-fA-F:.]+\]):[1-9]\d{0,4}$/u.test(value) &&
        hostAndPort(value).port < 65_536,
      "expected host:port",
    )
    .optional()
    .meta({ description });

/** Takes such an address apart; the brackets are no part of the host. */
export function hostAndPort(value: string): { readonly host: string; readonly port: number } {
  const colon = value.lastIndexOf(":");
  return {
    host: value.slice(0, colon).replaceAll(/[[\]]/gu, ""),
    port: Number(value.slice(colon + 1)),
  };
}

/** Makes a variable for a whole number within bounds, with a default. */
export const wholeNumber = (
  description: string,
  { min, max, fallback }: { min: number; max: number; fallback: number },
) =>
  z
    .string()
    .regex(/^\d+$/, "expected a whole number")
    .transform(Number)
    .refine((value) => value >= min && value <= max, `expected ${min} to ${max}`)
    .default(fallback)
    .meta({ description });

/** Makes a variable that switches something on or off, with a default. */
export const onOrOff = (description: string, fallback: "on" | "off") =>
  z
    .enum(["on", "off", "true", "false", "1", "0"], "expected on or off")
    .prefault(fallback)
    .transform((value) => value === "on" || value === "true" || value === "1")
    .meta({ description, fallback });

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Makes a variable for a time such as `90s`, `30m`, `24h` or `7d`, with a default; its value is in ms. */
export const duration = (description: string, fallback: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}[smhd]$/, "expected a time such as 90s, 30m, 24h or 7d")
    .transform((value) => Number.parseInt(value, 10) * unitMs[unitOf(value)])
    .prefault(fallback)
    .meta({ description, fallback });

const unitOf = (value: string): keyof typeof unitMs => {
  const unit = value.at(-1);
  return unit === "s" || unit === "m" || unit === "h" ? unit : "d";
};

/** Makes a variable for a list of names, separated by commas or spaces; none unless it is set. */
export const names = (description: string) =>
  z
    .string()
    .default("")
    .transform((value) => value.split(/[\s,]+/u).filter((name) => name !== ""))
    .meta({ description });

/** Makes a variable for one of some words, with a default. */
export const oneOf = <Word extends string>(
  description: string,
  words: readonly [Word, ...Word[]],
  fallback: NoInfer<Word>,
) =>
  z
    .enum(words, `expected one of: ${words.join(", ")}`)
    .prefault(fallback)
    .meta({ description });

/** Makes a variable for a time zone as the IANA names it, such as `Europe/Berlin`, with a default. */
export const timeZone = (description: string, fallback: string) =>
  z
    .string()
    .refine(isTimeZone, "expected the name of a time zone, such as Europe/Berlin")
    .default(fallback)
    .meta({ description });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
