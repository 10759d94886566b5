import { monthNames } from "./month-names.ts";
import { dayMs, spanOf, type TimeSpan } from "./time-span.ts";

const languages = ["en", "de", "es", "fr", "ru", "uk", "ar", "he"];
const month = monthNames(languages);
const longestFirst = [...month.keys()].toSorted((one, other) => other.length - one.length);
const name = `(?<!\\p{L})(?<name>${longestFirst.join("|")})(?!\\p{L})`;
const day = String.raw`(?<!\d)(?<day>\d\d?)(?!\d)`;
const year = String.raw`(?<!\d)(?<year>\d{4})(?!\d)`;
const ordinal = String.raw`(?:st|nd|rd|th|\.)?`;
const of = "(?: of| de)?";

/** The ways in which people write a date, those that say most first. */
const forms: readonly RegExp[] = [
  new RegExp(String.raw`${year}-(?<month>\d\d?)-${day}`, "u"),
  new RegExp(String.raw`${day}\.(?<month>\d\d?)\.${year}`, "u"),
  new RegExp(String.raw`(?:${year}\s*年\s*)?(?<month>\d\d?)\s*月\s*${day}\s*[日号號]`, "u"),
  new RegExp(`${day}${ordinal}${of} ${name}${of},? ${year}`, "u"),
  new RegExp(`${name} ${day}${ordinal},? ${year}`, "u"),
  new RegExp(`${name}${of},? ${year}`, "u"),
  new RegExp(`${day}${ordinal}${of} ${name}`, "u"),
  new RegExp(`${name} ${day}${ordinal}`, "u"),
  new RegExp(`(?:in|im|en|в|у|за) ${name}`, "u"),
  /(?<!\d)(?<year>20\d\d)(?!\d)/u,
];

/** The last year in which there was this day. */
function lastYearWith(at: { readonly month: number; readonly day: number }, nowMs: number): number {
  const thisYear = new Date(nowMs).getUTCFullYear();
  return Date.UTC(thisYear, at.month, at.day) <= nowMs ? thisYear : thisYear - 1;
}

function daysOf(groups: Readonly<Record<string, string | undefined>>, nowMs: number) {
  const { name: named, month: counted } = groups;
  const inYear = named === undefined ? counted && Number(counted) - 1 : month.get(named);
  const dayOfMonth = groups["day"] === undefined ? null : Number(groups["day"]);
  if (typeof inYear !== "number") {
    const all = Number(groups["year"]);
    return { fromMs: Date.UTC(all, 0, 1), toMs: Date.UTC(all + 1, 0, 1) };
  }
  const at = { month: inYear, day: dayOfMonth ?? 1 };
  const inAll = groups["year"] === undefined ? lastYearWith(at, nowMs) : Number(groups["year"]);
  if (dayOfMonth === null)
    return { fromMs: Date.UTC(inAll, inYear, 1), toMs: Date.UTC(inAll, inYear + 1, 1) };
  const fromMs = Date.UTC(inAll, inYear, dayOfMonth);
  return { fromMs, toMs: fromMs + dayMs };
}

/** Finds the calendar date, the month or the year that a text names: 2023-05-08, 8.5.2023, "8 May 2023", "in May", 5月4日, 2023. */
export function calendarSpan(text: string, nowMs: number): TimeSpan | null {
  for (const form of forms) {
    const match = form.exec(text);
    if (match?.groups) return spanOf(daysOf(match.groups, nowMs), match[0]);
  }
  return null;
}
