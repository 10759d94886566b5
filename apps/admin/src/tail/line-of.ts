import { z } from "zod";

const Line = z.looseObject({
  time: z.number(),
  app: z.string(),
  msg: z.string().default(""),
  id: z.string().optional(),
});

/** Writes a log line of a process for people; undefined = it is not about this chat, or no log line. */
export function lineOf(
  json: string,
  { chat }: { readonly chat?: string | undefined },
): string | undefined {
  const { data } = Line.safeParse(parsed(json));
  if (!data) return undefined;
  const { time, app, msg, id = "", level: _, ...fields } = data;
  if (chat !== undefined && !id.split(":").includes(chat)) return undefined;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${text(value)}`);
  const clock = new Date(time).toISOString().slice(11, 23);
  return [clock, app.padEnd(8), msg, id, ...rest].filter((part) => part !== "").join("  ");
}

/** An error by its message alone. */
const text = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return String(value);
  return "message" in value ? String(value.message) : JSON.stringify(value);
};

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
