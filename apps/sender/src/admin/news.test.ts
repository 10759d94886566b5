import { expect, it } from "vitest";
import { newsOf, type Seen, type Told } from "./news.ts";

const problem = { kind: "outage model", what: "The model does not answer." };
const minuteMs = 60_000;
const letters = (count: number, through: number) => ({
  letters: [{ list: "inbound", count, through }],
});

/** Looks again and again, a minute apart, and remembers what was told. */
function setup() {
  let told: Told = { present: {}, letters: {}, toldAtMs: {} };
  let minute = 1_000;
  return (seen: Partial<Seen> = {}, minutes = 1) => {
    minute += minutes;
    const news = newsOf(told, { problems: [], letters: [], ...seen }, minute * minuteMs);
    ({ told } = news);
    return news.news.map(({ text }) => text);
  };
}

it("tells of a problem once when two looks have seen it, and once that it is over", () => {
  const look = setup();
  const seen = { problems: [problem] };
  expect(look(seen)).toEqual([]);
  expect(look(seen)).toEqual(["⚠️ The model does not answer."]);
  expect([look(seen), look(seen)]).toEqual([[], []]);
  expect(look()).toEqual(["✅ Over after 4 min: The model does not answer."]);
  expect(look()).toEqual([]);
});

it("tells nothing of what is gone at the next look", () => {
  const look = setup();
  expect([look({ problems: [problem] }), look(), look()]).toEqual([[], [], []]);
});

it("tells of one kind once an hour, however often it comes and goes, and of others meanwhile", () => {
  const look = setup();
  const all: string[] = [];
  for (let minute = 0; minute < 180; minute += 3) {
    look({ problems: [problem] });
    all.push(...look({ problems: [problem] }), ...look());
  }
  expect(all.length).toBe(6);
  const other = { kind: "silent worker", what: "The worker gives no sign." };
  look({ problems: [other] });
  expect(look({ problems: [other] })).toEqual(["⚠️ The worker gives no sign."]);
});

it("tells of a problem that stays when the hour is over in which it was told of the one before", () => {
  const look = setup();
  const seen = { problems: [problem] };
  look(seen);
  look(seen);
  look();
  expect([look(seen), look(seen)]).toEqual([[], []]);
  expect(look(seen, 60)).toEqual(["⚠️ The model does not answer."]);
});

it("tells how many letters died, at once and then hourly together, and nothing of those that lay there", () => {
  const look = setup();
  expect(look(letters(7, 7))).toEqual([]);
  expect(look(letters(1, 8))).toEqual([
    "⚠️ 1 new dead letter on the list inbound. `tgmem dead list inbound` says why.",
  ]);
  expect([look(letters(2, 10)), look(letters(3, 13))]).toEqual([[], []]);
  expect(look(letters(0, 13), 60)).toEqual([
    "⚠️ 5 new dead letters on the list inbound. `tgmem dead list inbound` says why.",
  ]);
});
