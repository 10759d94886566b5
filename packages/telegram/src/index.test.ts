import { expect, it } from "vitest";
import * as gramjs from "./gramjs/index.ts";
import * as rendering from "./rendering/index.ts";
import * as root from "./index.ts";

it("exports these names, and no others", () => {
  expect(Object.keys(root).toSorted()).toEqual([
    "TelegramError",
    "chatLimits",
    "createPacer",
    "isListed",
    "maxTextLength",
    "parseWhitelist",
    "randomId",
    "splitFormatted",
    "splitText",
  ]);
  expect(Object.keys(gramjs).toSorted()).toEqual(["connectTelegram", "logIn"]);
  expect(Object.keys(rendering).toSorted()).toEqual([
    "maxTextLength",
    "renderMarkdown",
    "splitFormatted",
    "toBotApiEntities",
  ]);
});
