import { z } from "zod";
import type { FakeRequest } from "./faults.ts";

const SummaryTask = z.object({
  previous_summary: z.string().nullable(),
  messages: z.array(z.object({ at: z.string(), from: z.string(), text: z.string() })),
});
type SummaryTask = z.infer<typeof SummaryTask>;

function summaryTask(content: string): SummaryTask | null {
  if (!content.startsWith("{")) return null;
  try {
    return SummaryTask.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    return null;
  }
}

const maxWords = 260;
const words = (text: string) => text.split(/\s+/u).filter(Boolean);

/** One line per thing the person said, after the summary so far; the oldest lines go when it grows long. */
function summaryOf({ previous_summary, messages }: SummaryTask): string {
  const lines = (previous_summary ?? "").split("\n").filter(Boolean);
  for (const { at, from, text } of messages) {
    if (from !== "user") continue;
    const beginning = words(text).slice(0, 6).join(" ");
    const line = `On ${at.slice(0, 10)} the person mentioned ${beginning.replace(/[.!?]+$/u, "")}.`;
    if (beginning !== "" && !lines.includes(line)) lines.push(line);
  }
  while (lines.length > 1 && words(lines.join(" ")).length > maxWords) lines.shift();
  return lines.join("\n") || "The person has said nothing to keep.";
}

/** What the fake says if nobody tells it otherwise: an echo for a chat, a summary for a summary request. */
export function defaultReply({ messages }: FakeRequest): string {
  const last = messages.findLast(({ role }) => role === "user")?.content ?? "";
  const task = summaryTask(last);
  return task ? summaryOf(task) : `You said: ${last}`;
}
