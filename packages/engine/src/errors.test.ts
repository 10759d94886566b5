import { expect, it } from "vitest";
import { EngineError, engineError } from "./errors.ts";

it.each([
  ["/v1.W/Bulk UNAVAILABLE: No connection established", "unavailable", true],
  ["/v1.W/Bulk DEADLINE_EXCEEDED: late", "unavailable", true],
  ["socket hang up", "unavailable", true],
  ["/v1.W/Bulk UNAUTHENTICATED: invalid auth token", "unauthenticated", true],
  ["Request failed with status code 403", "unauthenticated", true],
  ["/v1.W/Bulk INVALID_ARGUMENT: bad", "rejected", false],
])("tells %j as %s", (text, code, retryable) => {
  const cause = new Error(text);
  expect(engineError("Could not start", cause)).toMatchObject({ code, retryable, cause });
});

it("passes its own errors on as they are", () => {
  const error = new EngineError("invalid_argument", "x");
  expect(engineError("Could not start", error)).toBe(error);
});
