import { expect, it } from "vitest";
import { isListed, parseWhitelist } from "./whitelist.ts";

it.each(["1,2", "1 2", " 1 ,\n2,", "1;x 1,2,2"])(
  "reads ids by commas and white space from %j",
  (text) => {
    expect(parseWhitelist(text).whitelist).toEqual(new Set(["1", "2"]));
  },
);

it.each([undefined, "", " , ", "me", "0", "+42", "042", "42x", "12345678901234567"])(
  "is off without a valid id: %j",
  (text) => {
    expect(parseWhitelist(text).whitelist).toBeNull();
  },
);

it("names what is no id", () => {
  expect(parseWhitelist("42, @me -1001 x")).toEqual({
    whitelist: new Set(["42", "-1001"]),
    invalid: ["@me", "x"],
  });
});

it("lists everybody when it is off, and otherwise only those whose every id is in it", () => {
  expect(isListed(null, "1", "2")).toBe(true);
  const { whitelist } = parseWhitelist("1, 2");
  expect(isListed(whitelist, "1", "2")).toBe(true);
  expect(isListed(whitelist, "1", "3")).toBe(false);
});
