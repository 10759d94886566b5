import { dayMs, spanOf, type TimeSpan } from "./time-span.ts";

const yesterday = `yesterday gestern ayer hier вчера вчора أمس امس البارحة אתמול 昨天 昨日`;
const dayBefore = `vorgestern anteayer avant-hier позавчера позавчора שלשום 前天`;
const lastWeek = `last week|letzte woche|letzter woche|vorige woche|la semana pasada|la semaine dernière|la semaine derniere|на прошлой неделе|прошлую неделю|минулого тижня|на минулому тижні|الأسبوع الماضي|الاسبوع الماضي|בשבוע שעבר|上周|上週|上星期`;

/** Chinese has no spaces: there a word may stand within others. */
const wordOf = (word: string) =>
  /\p{Script=Han}/u.test(word) ? word : `(?<!\\p{L})${word}(?!\\p{L})`;
const anyOf = (words: readonly string[]) => new RegExp(words.map(wordOf).join("|"), "u");
const words = (list: string) => list.split(" ");

/** How many days ago it began, and how many it lasted. */
const kinds: readonly { readonly form: RegExp; readonly ago: number; readonly days: number }[] = [
  { form: anyOf([...words(dayBefore), "day before yesterday"]), ago: 2, days: 1 },
  { form: anyOf(words(yesterday)), ago: 1, days: 1 },
  { form: anyOf(lastWeek.split("|")), ago: 7, days: 7 },
];

/** How far the clocks of a zone are ahead of UTC at a time, in ms. */
function offsetMs(timeZone: string, atMs: number): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const zone = format.formatToParts(atMs).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/u.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Finds a day that a text counts from today, in nine languages: yesterday, the day before, last week. */
export function relativeSpan(text: string, nowMs: number, timeZone: string): TimeSpan | null {
  for (const { form, ago, days } of kinds) {
    const match = form.exec(text);
    if (!match) continue;
    const offset = offsetMs(timeZone, nowMs);
    const today = Math.floor((nowMs + offset) / dayMs) * dayMs - offset;
    const fromMs = today - ago * dayMs;
    return spanOf({ fromMs, toMs: fromMs + days * dayMs }, match[0]);
  }
  return null;
}
