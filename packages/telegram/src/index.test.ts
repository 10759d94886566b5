import { expect, it } from "vitest";
import * as gramjs from "./gramjs/index.ts";
import * as root from "./index.ts";
import * as testing from "./testing/index.ts";

it("exports these names, and no others", () => {
  expect(Object.keys(root).toSorted()).toEqual([
    "TelegramError",
    "isListed",
    "maxTextLength",
    "parseWhitelist",
    "randomId",
    "splitText",
  ]);
  expect(Object.keys(gramjs).toSorted()).toEqual(["connectTelegram", "logIn", "testEndpoint"]);
  expect(Object.keys(testing).toSorted()).toEqual([
    "botAccount",
    "startTelegramServer",
    "userAccount",
  ]);
});
