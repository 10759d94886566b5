import { expect, it } from "vitest";
import { isOpenRouter } from "./is-open-router.ts";

it.each([
  ["https://openrouter.ai/api/v1", true],
  ["https://eu.openrouter.ai/api/v1", true],
  ["https://notopenrouter.ai/v1", false],
  ["https://openrouter.ai.example.org/v1", false],
  ["http://127.0.0.1:8080/openrouter.ai", false],
  ["no address", false],
])("tells whether %s is one of OpenRouter's: %s", (baseUrl, expected) => {
  expect(isOpenRouter(baseUrl)).toBe(expected);
});
