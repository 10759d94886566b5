import { expect, it } from "vitest";
import { recalledText } from "./recalled-text.ts";

const atMs = Date.UTC(2024, 5, 10, 23, 30);
const excerpt = (user: string, after = 0) => ({
  turnId: user,
  atMs: atMs + after,
  user,
  assistant: "",
  score: 1,
});

it("heads what was said with its day in the time zone of the memory, once for each", () => {
  const excerpts = [excerpt("a"), excerpt("b", 60_000), excerpt("c", 86_400_000)];
  const lines = (timeZone: string) => recalledText(excerpts, timeZone).split("\n").slice(2, -1);
  const said = ["they: a", "they: b", "they: c"];
  expect(lines("UTC")).toEqual([
    "[Monday 10 June 2024]",
    ...said.slice(0, 2),
    "[Tuesday 11 June 2024]",
    said[2],
  ]);
  expect(lines("Asia/Tokyo")[0]).toBe("[Tuesday 11 June 2024]");
});
