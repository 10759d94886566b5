import { z } from "zod";

/** Makes a required variable whose value is never shown. */
export const secret = (description: string) =>
  z.string().min(1).meta({ description, secret: true });

/** Makes a variable that may be missing and whose value is never shown. */
export const optionalSecret = (description: string) =>
  z.string().optional().meta({ description, secret: true });

/** Makes a variable for a text that may be missing. */
export const optionalText = (description: string) => z.string().optional().meta({ description });

/** Makes a variable for a text with a default. */
export const text = (description: string, fallback: string) =>
  z.string().default(fallback).meta({ description });

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
