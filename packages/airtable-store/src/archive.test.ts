import { afterEach, expect, it } from "vitest";
import { airtableArchive } from "./index.ts";
import { startFakeAirtable } from "./testing/index.ts";
it("smokes", async () => {
  const fake = await startFakeAirtable();
  const a = airtableArchive({ ...fake, rate: 1000, onEvent: (e) => console.log(e) });
  const record = {
    summary: "hello",
    version: 1,
    coversThrough: 10,
    epoch: 0,
    incarnation: "i",
    updatedAtMs: 1_700_000_000_123,
  };
  expect(await a.load("42")).toBe(null);
  expect(
    await Promise.all([
      a.save("42", record, { expectVersion: 0 }),
      a.save("43", record, { expectVersion: 0 }),
      a.save("42", { ...record, version: 2 }, { expectVersion: 1 }),
    ]),
  ).toEqual(["saved", "saved", "saved"]);
  expect(await a.load("42")).toEqual({ ...record, version: 2 });
  expect(await a.save("42", record, { expectVersion: 0 })).toBe("conflict");
  await a.erase("42", { epoch: 0 });
  console.log(fake.rows(), fake.journal.length);
  expect(await a.load("42")).toBe(null);
  await a.close();
  await fake.close();
});
