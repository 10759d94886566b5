const forms = [{ month: "long" }, { month: "long", day: "numeric" }] as const;
const months = Array.from({ length: 12 }, (_, month) => month);
const anyYear = 2023;

function nameOf(month: number, locale: string, form: (typeof forms)[number]): string | undefined {
  const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
  const parts = format.formatToParts(Date.UTC(anyYear, month, 15));
  return parts.find(({ type }) => type === "month")?.value.toLowerCase();
}

/** Gives every form of a month's name that these languages write, alone and in a date, with its number from 0. */
export function monthNames(locales: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales)
    for (const month of months)
      for (const form of forms) {
        const name = nameOf(month, locale, form);
        // Chinese and Japanese write a number.
        if (name && name.length > 2 && !/\d/u.test(name)) names.set(name, month);
      }
  return names;
}
