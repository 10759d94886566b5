import { expect, it } from "vitest";
import { said } from "../testing/recall-kit.ts";
import { lightAnalyzer } from "./analyzer.ts";
import { indexed } from "./messages.ts";
import { postingLength, bytesOf, unitAt } from "./postings.ts";

const turnOf = (user: string, assistant: string) =>
  indexed(3, said("a", user, assistant), lightAnalyzer());

it("numbers what was said and what was answered one after the other", () => {
  const list = bytesOf(turnOf("A zebra?", "A zebra.").lists.get("zebra") ?? "");
  expect([unitAt(list, 0), unitAt(list, postingLength)]).toEqual([6, 7]);
});

it("counts the messages that hold a word", () => {
  expect(turnOf("A zebra?", "A giraffe.").units).toBe(2);
  expect(turnOf("A zebra?", "…").units).toBe(1);
  expect(turnOf("", "").units).toBe(0);
});

it("finds who speaks by name, but not for a message without a word, as one that was taken back is", () => {
  const speaker = { id: "7", name: "Anna" };
  const named = (user: string) => indexed(3, { ...said("a", user, ""), speaker }, lightAnalyzer());
  expect([...named("A zebra.").lists.keys()]).toEqual(["zebra", "anna"]);
  expect(named("").lists.size).toBe(0);
});
