import { expect, it } from "vitest";
import * as main from "./index.ts";
import * as testing from "./testing/index.ts";

it("exports these names and no others", () => {
  expect(Object.keys(main).toSorted()).toEqual(["AirtableError", "airtableArchive", "evenRate"]);
  expect(Object.keys(testing).toSorted()).toEqual(["manualClock", "startFakeAirtable"]);
});
