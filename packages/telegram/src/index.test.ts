import { expect, it } from "vitest";
import * as gramjs from "./gramjs/index.ts";
import * as rendering from "./rendering/index.ts";
import * as root from "./index.ts";
import * as testing from "./testing/index.ts";

it("exports these names, and no others", () => {
  expect(Object.keys(root).toSorted()).toEqual([
    "TelegramError",
    "createPacer",
    "isListed",
    "maxTextLength",
    "parseWhitelist",
    "randomId",
    "splitFormatted",
    "splitText",
  ]);
  expect(Object.keys(gramjs).toSorted()).toEqual([
    "connectTelegram",
    "logIn",
    "testClientOptions",
    "testEndpoint",
  ]);
  expect(Object.keys(rendering)).toEqual(["renderMarkdown"]);
  expect(Object.keys(testing).toSorted()).toEqual([
    "botAccount",
    "startTelegramServer",
    "userAccount",
  ]);
});
