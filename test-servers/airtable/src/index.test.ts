import { expect, it } from "vitest";

it("exports these names, and no others", async () => {
  expect(Object.keys(await import("@tgmem/airtable-test-server")).toSorted()).toEqual([
    "AirtableServerError",
    "startAirtableServer",
  ]);
});
