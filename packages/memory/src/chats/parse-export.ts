import type { ExportedTurn, MemoryExport } from "../chats.ts";
import { MemoryError } from "../errors.ts";

const refuse = (problem: string): never => {
  throw new MemoryError("invalid_argument", `This is no export of a memory: ${problem}.`);
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "";

function parseTurn(value: unknown, at: number): ExportedTurn {
  const { saidAtMs, user, assistant, speaker, cut, covered } = fieldsOf(value);
  if (!isText(user) || !isText(assistant)) return refuse(`turn ${at} lacks a text`);
  if (typeof saidAtMs !== "number" || !Number.isSafeInteger(saidAtMs))
    return refuse(`turn ${at} lacks a time`);
  const { id, name } = fieldsOf(speaker);
  return {
    saidAtMs,
    user,
    assistant,
    ...(isText(id) && typeof name === "string" && { speaker: { id, name } }),
    ...(cut === true && { cut }),
    covered: covered === true,
  };
}

/** Reads what an export gave, which may have been through a file and a person's hands. */
export function parseExport(data: unknown): Pick<MemoryExport, "summary" | "turns"> {
  const { v, summary, turns } = fieldsOf(data);
  if (v !== 1) refuse(`expected \`v\` to be 1, got ${typeof v === "number" ? v : typeof v}`);
  if (summary !== null && !isText(summary)) return refuse("the summary is no text");
  if (!Array.isArray(turns)) return refuse("there are no turns");
  return { summary, turns: turns.map((turn: unknown, at) => parseTurn(turn, at + 1)) };
}
