import { redisStore } from "@tgmem/memory/redis";
import type { Said } from "../talk.ts";
import { indexOf, type Name, namesIn } from "../words.ts";
import type { World } from "../world.ts";

/** Turns that stay word for word, and turns after which a summary is due. */
const window = 10;

/** What is remembered of one chat in the end. */
interface Remembered {
  /** The messages of the turns that are kept word for word. */
  readonly turns: readonly Name[];
  readonly answers: readonly string[];
  readonly covered: number;
  readonly seq: number;
  readonly summary: string | null;
  /** The rows of the archive. */
  readonly rows: readonly { readonly summary: string; readonly covered: number }[];
}

export async function remembered(
  { redis, airtable }: Pick<World, "redis" | "airtable">,
  chat: string,
): Promise<Remembered> {
  const { turns, watermark, base, seq, summary } = await redisStore(redis).begin(chat, "");
  const rows = airtable
    .rows()
    .filter(({ fields }) => String(fields["TelegramID"]) === chat)
    .map(({ fields }) => ({
      summary: String(fields["Summary"] ?? ""),
      covered: Number(fields["CoversThrough"] ?? 0),
    }));
  return {
    turns: turns.flatMap(({ user }) => namesIn(user).slice(0, 1)),
    answers: turns.map(({ assistant }) => assistant),
    covered: base + watermark,
    seq: base + seq,
    summary,
    rows,
  };
}

/** Whether a summary of a chat is still due, or one of the archive still to come. */
export const isBehind = ({ seq, covered }: Remembered) => seq - covered >= window;

/** Says all that is wrong with what is remembered of a chat: it is to be exactly what was said since it last forgot. */
export function judgeMemory(
  { messages, edited, forgets }: Said,
  { turns, answers, covered, seq, summary, rows }: Remembered,
  replies: readonly string[],
): string[] {
  const wrong: string[] = [];
  const forgotten = Math.max(0, ...forgets.map(({ from }) => from));
  const most = Math.max(0, ...forgets.map(({ to }) => to ?? messages));
  // With the number of its last turn a memory says where it began.
  const began = messages - seq + 1;
  if (forgets.length === 0 ? began !== 1 : began <= forgotten || began > most + 1)
    wrong.push(`${seq} turns are remembered of ${messages}`);
  const kept = Array.from({ length: Math.min(window, seq) }, (_, at): Name => {
    const index = messages - Math.min(window, seq) + at + 1;
    return edited.has(index) ? `${index}e` : `${index}`;
  });
  const last = turns.slice(turns.length - kept.length);
  if (last.join(" ") !== kept.join(" "))
    wrong.push(`it keeps ${last.join(" ")}, not ${kept.join(" ")}`);
  const unread = answers.filter((answer) => !replies.includes(answer)).length;
  if (unread > 0) wrong.push(`${unread} answers are kept that nobody has read`);
  if (seq - covered >= window) wrong.push(`${seq - covered} turns wait for a summary`);
  const named = namesIn(summary ?? "").map(indexOf);
  const wanted = named.map((_, at) => began + covered - named.length + at);
  if (named.join(" ") !== wanted.join(" ") || (covered > 0 && named.length === 0))
    wrong.push(`the summary of ${covered} turns names ${named.join(" ")}`);
  const [row] = rows;
  if (rows.length > 1) wrong.push(`the archive has ${rows.length} rows`);
  if ((row?.summary ?? "") !== (summary ?? "") || (row?.covered ?? 0) !== covered)
    wrong.push(`the archive covers ${row?.covered}, Redis ${covered}`);
  return wrong;
}
