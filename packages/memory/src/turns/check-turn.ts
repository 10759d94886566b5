import { MemoryError } from "../errors.ts";
import type { OpenOptions } from "../memory.ts";
import type { SaidTurn, TokenUsage } from "../turn.ts";
import { checkKey } from "../protocol/keys.ts";

const refuse = (name: string, expected: string, got: string): never => {
  throw new MemoryError("invalid_argument", `Expected \`${name}\` to be ${expected}, got ${got}.`);
};

const nameOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;

/**
 * Throws `invalid_argument` for a text that no model takes: providers refuse an empty message for as long as it stands in
 * the prompt. The text itself is in no error.
 */
export function checkText(name: string, text: unknown): void {
  if (typeof text !== "string") refuse(name, "a text", nameOf(text));
  else if (text.trim() === "") refuse(name, "a text", "an empty one");
}

/** Throws `invalid_argument` for what cannot be a turn. Callers of JavaScript may give anything. */
export function checkTurn({
  user,
  assistant,
  parts,
}: SaidTurn & { readonly assistant: string }): void {
  checkText("user", user);
  checkText("assistant", assistant);
  for (const { id, text } of parts ?? []) {
    checkKey("part", id);
    // A part may be empty, because what it brought may be no words.
    if (typeof text !== "string") refuse("part.text", "a text", nameOf(text));
  }
}

/** Dates that the calendar does not know have no weekday. */
const latestMs = 8.64e15;

/** Throws `invalid_argument` for what no prompt can name: a time or a person. */
export function checkSaid({ speaker, saidAtMs }: Pick<OpenOptions, "speaker" | "saidAtMs">): void {
  if (speaker !== undefined) {
    checkText("speaker.id", speaker.id);
    if (typeof speaker.name !== "string") refuse("speaker.name", "a text", nameOf(speaker.name));
  }
  if (saidAtMs === undefined) return;
  if (!Number.isSafeInteger(saidAtMs) || Math.abs(saidAtMs) > latestMs)
    refuse("saidAtMs", "whole ms since 1970", String(saidAtMs));
}

const isAmount = (value: unknown): boolean =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

/** Throws `invalid_argument` for what cannot be a usage. */
export function checkUsage({ input, output, cost = 0 }: TokenUsage): void {
  for (const [name, value] of Object.entries({ input, output, cost }))
    if (!isAmount(value)) refuse(`usage.${name}`, "a number from 0 on", String(value));
}
