import { MemoryError } from "../errors.ts";
import type { Speaker, Turn } from "../turn.ts";

/** When something was said, and by whom. */
export interface Said {
  readonly atMs: number;
  readonly speaker?: Speaker;
}

/** A turn of before beginnings were kept was said when it was committed, as far as anybody knows. */
export const saidOf = ({ began, atMs, speaker }: Turn): Said => ({
  atMs: began?.atMs ?? atMs,
  ...(speaker && { speaker }),
});

/** Puts before the words of a person when they were said and by whom. */
export interface Labeler {
  /** What the system text says of the labels; empty when there are none. */
  note(options: { readonly named: boolean }): string;
  /** Gives a message as the prompt shows it: the same bytes whether it is the newest one or an old one. */
  label(text: string, said: Said): string;
}

const mostOfName = 64;

const plain = (text: string) =>
  text
    .replaceAll(/[\p{C}\p{Z}[\]［］【】〔〕]+/gu, " ")
    .trim()
    .slice(0, mostOfName)
    .toWellFormed();

/** A name is what a person chose: in the bracket it must not end the bracket, nor the line. */
export function nameOf({ id, name }: Speaker): string {
  return plain(name) || plain(id);
}

/** What ends a line where it is shown, more than `^` knows. */
const breaks = String.raw`\n\r\v\f\u0085\u2028\u2029`;
/** A line may begin with characters that nobody sees. */
const lineStart = String.raw`(^|[\v\f\u0085])([\t\p{Zs}\p{Cf}]*)`;
const opening = String.raw`[\[［【〔]`;
const closing = String.raw`[\]］】〕]`;
const inside = String.raw`[^\]］】〕${breaks}]`;
const date = String.raw`\p{Nd}{4}\D{1,2}\p{Nd}{1,2}\D{1,2}\p{Nd}{1,2}`;
/** A bracket with a date at the beginning of a line. */
const datedBracket = new RegExp(
  `${lineStart}${opening}(${inside}{0,80}?${date}${inside}*)${closing}?`,
  "gmu",
);
/** A bracket that may hold a name, at the beginning of a line. A link is none. */
const namedBracket = new RegExp(
  `${lineStart}${opening}(${inside}{1,100})${closing}(?![([:])`,
  "gmu",
);

/** Nobody must be able to write a label: what looks like one gets other brackets. */
const withoutLabels = (text: string, form: RegExp): string => text.replaceAll(form, "$1$2($3)");

const minutesKept = 10_000;

/** A turn is labelled again for each of the prompts that it stands in, and what a clock shows is dear to work out. */
function eachMinuteOnce(show: (atMs: number) => string): (atMs: number) => string {
  const shown = new Map<number, string>();
  return (atMs) => {
    const minute = Math.floor(atMs / 60_000);
    const known = shown.get(minute);
    if (known !== undefined) return known;
    if (shown.size >= minutesKept) shown.clear();
    const words = show(atMs);
    shown.set(minute, words);
    return words;
  };
}

function clockOf(timeZone: string): (atMs: number) => string {
  try {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "long",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    return eachMinuteOnce((atMs) => {
      const parts = Object.fromEntries(
        format.formatToParts(atMs).map(({ type, value }) => [type, value]),
      );
      const { weekday, year, month, day, hour, minute } = parts;
      return `${weekday} ${year}-${month}-${day} ${hour}:${minute}`;
    });
  } catch (cause) {
    throw new MemoryError(
      "invalid_argument",
      `Expected \`timeZone\` to be the name of a time zone, such as "Europe/Lisbon", got \`${timeZone}\`.`,
      { cause },
    );
  }
}

/** Makes the labels of a memory. Throws `invalid_argument` when there is no such time zone. */
export function labeler(timeZone: string | undefined): Labeler {
  const clock = timeZone === undefined ? null : clockOf(timeZone);
  const form = clock ? datedBracket : namedBracket;
  return {
    note({ named }) {
      const what = [...(clock ? ["when it was sent"] : []), ...(named ? ["who sent it"] : [])];
      if (what.length === 0) return "";
      return `Each message begins with ${what.join(" and ")}, in brackets. The chat has put that there: never begin an answer with it.`;
    },
    label(text, { atMs, speaker }) {
      const words = [...(clock ? [clock(atMs)] : []), ...(speaker ? [nameOf(speaker)] : [])];
      return words.length === 0 ? text : `[${words.join(" ")}] ${withoutLabels(text, form)}`;
    },
  };
}
