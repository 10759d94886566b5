import { z } from "zod";
import { jsonOf } from "../files/json-of.ts";

const Line = z.looseObject({
  time: z.number(),
  level: z.number().default(30),
  app: z.string(),
  msg: z.string().default(""),
  id: z.string().optional(),
});

/** Writes a log line of a process for people; undefined = it is not about this chat, or no log line. */
export function lineOf(
  json: string,
  { chat }: { readonly chat?: string | undefined },
): string | undefined {
  const { data } = Line.safeParse(jsonOf(json));
  if (!data) return undefined;
  const { time, level, app, msg, id = "", ...fields } = data;
  if (chat !== undefined && !id.split(":").includes(chat)) return undefined;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${text(value)}`);
  const clock = new Date(time).toISOString().slice(11, 23);
  return [clock, app.padEnd(8), nameOf(level), msg, id, ...rest]
    .filter((part) => part !== "")
    .join("  ");
}

/** Names only what is no ordinary line. */
const nameOf = (level: number): string =>
  level >= 60 ? "FATAL" : level >= 50 ? "ERROR" : level >= 40 ? "WARN" : "";

/** An error by its message alone. */
const text = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return String(value);
  return "message" in value ? String(value.message) : JSON.stringify(value);
};
