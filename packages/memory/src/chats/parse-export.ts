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
  const which = `turn ${at + 1}`;
  if (!isText(user) || !isText(assistant)) return refuse(`${which} lacks a text`);
  if (typeof saidAtMs !== "number" || !Number.isSafeInteger(saidAtMs))
    return refuse(`${which} lacks a time`);
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
export function parseExport(
  data: unknown,
): Required<Pick<MemoryExport, "summary" | "turns" | "earlier">> {
  const { v, summary, turns, earlier = [] } = fieldsOf(data);
  if (v !== 1) refuse(`expected \`v\` to be 1, got ${typeof v === "number" ? v : typeof v}`);
  if (summary !== null && !isText(summary)) return refuse("the summary is no text");
  if (!Array.isArray(turns)) return refuse("there are no turns");
  if (!Array.isArray(earlier)) return refuse("`earlier` is no list of turns");
  return { summary, turns: turns.map(parseTurn), earlier: earlier.map(parseTurn) };
}
