import * as z from "zod/mini";

const SummaryTask = z.object({
  previous_summary: z.nullable(z.string()),
  messages: z.array(z.object({ at: z.string(), from: z.string(), text: z.string() })),
});
type SummaryTask = z.output<typeof SummaryTask>;

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
const dated = /^On (\d{4}-\d\d-\d\d) the person mentioned: (.*)\.$/u;

/**
 * Adds to the summary so far one line per day with the beginning of everything the person said; the oldest goes when it
 * grows long. The pieces are short, because a summary that repeats its transcript deserves to be refused.
 */
function summaryOf({ previous_summary, messages }: SummaryTask): string {
  const others: string[] = [];
  const mentions: { day: string; what: string }[] = [];
  for (const line of (previous_summary ?? "").split("\n").filter(Boolean)) {
    const [, day, whats] = dated.exec(line) ?? [];
    if (day === undefined || whats === undefined) others.push(line);
    else mentions.push(...whats.split("; ").map((what) => ({ day, what })));
  }
  for (const { at, from, text } of messages) {
    const what = words(text)
      .slice(0, 5)
      .join(" ")
      .replaceAll(/[.!?;]+/gu, "");
    if (from === "user" && what !== "" && !mentions.some((mention) => mention.what === what))
      mentions.push({ day: at.slice(0, 10), what });
  }
  const written = () => [
    ...others,
    ...[...Map.groupBy(mentions, ({ day }) => day)].map(
      ([day, list]) =>
        `On ${day} the person mentioned: ${list.map(({ what }) => what).join("; ")}.`,
    ),
  ];
  while (mentions.length > 1 && words(written().join(" ")).length > maxWords) mentions.shift();
  return written().join("\n") || "The person has said nothing to keep.";
}

/** What a test server says in place of a model: an echo for a chat, a short list of what was said for a summary. */
export function cannedReply({
  messages,
}: {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}): string {
  const last = messages.findLast(({ role }) => role === "user")?.content ?? "";
  const task = summaryTask(last);
  return task ? summaryOf(task) : `You said: ${last}`;
}
