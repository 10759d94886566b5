import { expect, it } from "vitest";
import { lightAnalyzer } from "./analyzer.ts";
import { askedTime } from "./asked-time.ts";

const { terms } = lightAnalyzer();
const nowMs = Date.UTC(2024, 5, 12, 22, 30);
const day = (month: number, date: number, year = 2024) => Date.UTC(year, month - 1, date);
const dayMs = 86_400_000;
const asked = (text: string, timeZone = "UTC") => askedTime(text, { nowMs, timeZone, terms });

const dates: Record<string, number> = {
  "on 2024-05-08": day(5, 8),
  "am 8.5.2024": day(5, 8),
  "8 May 2024": day(5, 8),
  "May 8th, 2024": day(5, 8),
  "on the 8th of May": day(5, 8),
  "am 8. Mai": day(5, 8),
  "el 8 de mayo": day(5, 8),
  "le 8 mai": day(5, 8),
  "8 мая": day(5, 8),
  "8 травня": day(5, 8),
  "8 مايو": day(5, 8),
  "5月8日": day(5, 8),
  "December 24": day(12, 24, 2023),
};
for (const [text, atMs] of Object.entries(dates))
  it(`reads “${text}” as that day, and the weeks around it`, () => {
    expect(asked(`What was planned ${text}?`)).toMatchObject({
      fromMs: atMs,
      toMs: atMs + dayMs,
      around: { fromMs: atMs - 7 * dayMs, toMs: atMs + 8 * dayMs },
      alone: false,
    });
  });

it("reads a month and a year", () => {
  expect(asked("the marathon in May")).toMatchObject({ fromMs: day(5, 1), toMs: day(6, 1) });
  expect(asked("the marathon in 2023")).toMatchObject({ fromMs: day(1, 1, 2023) });
});

const yesterdays = [
  "What did we talk about yesterday?",
  "Worüber haben wir gestern gesprochen?",
  "¿De qué hablamos ayer?",
  "De quoi avons-nous parlé hier ?",
  "О чём мы говорили вчера?",
  "Про що ми говорили вчора?",
  "عن ماذا تحدثنا أمس؟",
  "על מה דיברנו אתמול?",
  "昨天我们聊了什么？",
];
for (const text of yesterdays)
  it(`reads “${text}” as a question for a day and nothing else`, () => {
    expect(asked(text)).toMatchObject({ fromMs: day(6, 11), toMs: day(6, 12), alone: true });
  });

it("counts days by the clock of the person", () => {
  const hour = 3_600_000;
  expect(asked("yesterday", "Asia/Tokyo")).toMatchObject({ fromMs: day(6, 12) - 9 * hour });
  expect(asked("yesterday", "America/New_York")).toMatchObject({ fromMs: day(6, 11) + 4 * hour });
});

it("sees what else is asked for", () => {
  expect(asked("What did we say about the dog yesterday?")).toMatchObject({ alone: false });
  expect(asked("last week")).toMatchObject({ fromMs: day(6, 5), toMs: day(6, 12), alone: true });
});

it("finds no time where none is named", () => {
  for (const text of ["I may march", "call 0301234567", "v1.2.3", "Which dog is it?"])
    expect(asked(text), text).toBeNull();
});
