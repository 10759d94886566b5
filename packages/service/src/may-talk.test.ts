import { expect, it } from "vitest";
import { mayTalk } from "./may-talk.ts";

const decided = new Map<string, "admin" | "allowed" | "blocked">([
  ["1", "admin"],
  ["42", "allowed"],
  ["-7", "allowed"],
  ["66", "blocked"],
]);
const people = { standings: async (ids: readonly string[]) => ids.map((id) => decided.get(id)) };
const listed = new Set(["43", "66", "-8"]);

it.each([
  ["who is listed", ["43", "43"], true],
  ["who is listed, in a listed group", ["43", "-8"], true],
  ["who is listed, in an allowed group", ["43", "-7"], true],
  ["who is listed, in another group", ["43", "-9"], false],
  ["who is allowed", ["42", "42"], true],
  ["who is allowed, in a listed group", ["42", "-8"], true],
  ["the operator who has paired", ["1", "1"], true],
  ["a stranger", ["99", "99"], false],
  ["a stranger in a listed group", ["99", "-8"], false],
  ["who is blocked, although listed", ["66", "66"], false],
])("beside a whitelist, of %s it is decided", async (_, ids, expected) => {
  expect(await mayTalk({ whitelist: listed, people }, ...ids)).toBe(expected);
});

it("names nobody by an empty whitelist, where operators are asked", async () => {
  expect(await mayTalk({ whitelist: null, people }, "99", "99")).toBe(false);
  expect(await mayTalk({ whitelist: null, people }, "42", "42")).toBe(true);
});

it("is the whitelist's rule alone where nobody is asked", async () => {
  expect(await mayTalk({ whitelist: null }, "66", "66")).toBe(true);
  expect(await mayTalk({ whitelist: listed }, "42", "42")).toBe(false);
});

it("lets nobody in when it cannot be known", async () => {
  const away = { standings: () => Promise.reject(new Error("Connection is closed.")) };
  await expect(mayTalk({ whitelist: null, people: away }, "42")).rejects.toThrow("closed");
});
