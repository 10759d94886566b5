import { expect, it } from "vitest";
import { checkLength } from "./arguments.ts";

it("refuses bodies that are too long together for one command, and lets shorter ones pass", () => {
  checkLength(256_000_000);
  expect(() => checkLength(256_000_001)).toThrow("split them");
});
