import { AirtableService } from "airtable-mcp-server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { airtableArchive } from "./index.ts";
import { startArchiveServer } from "./archive.kit.ts";
import { type AirtableServer } from "@tgmem/airtable-test-server";

// A client that shares no code with ours: its own transport, its own check of every answer.
let fake: AirtableServer;
let client: AirtableService;
beforeEach(async () => {
  fake = await startArchiveServer();
  client = new AirtableService("pat", fake.endpointUrl);
});
afterEach(() => fake.close());

it("lives a row's whole life through another client", async () => {
  const { id } = await client.createRecord(fake.baseId, "Memory", {
    TelegramID: "1",
    Summary: "a",
  });
  await client.updateRecords(fake.baseId, "Memory", [{ id, fields: { Summary: "b" } }]);
  expect((await client.getRecord(fake.baseId, "Memory", id)).fields).toEqual({
    TelegramID: "1",
    Summary: "b",
  });
  const options = {
    filterByFormula: "{TelegramID}='1'",
    sort: [{ field: "TelegramID", direction: "asc" as const }],
  };
  expect(await client.listRecords(fake.baseId, "Memory", options)).toHaveLength(1);
  await client.deleteRecords(fake.baseId, "Memory", [id]);
  expect(fake.rows()).toEqual([]);
});

it("shows another client the schema, and lets it change it", async () => {
  const { tables } = await client.getBaseSchema(fake.baseId);
  expect(tables.map(({ name, fields }) => [name, fields.length])).toEqual([["Memory", 7]]);
  const fields = [{ id: "", name: "Name", type: "singleLineText" as const }];
  expect(await client.createTable(fake.baseId, "Other", fields)).toMatchObject({
    name: "Other",
  });
});

it("shows another client what the archive has saved", async () => {
  const archive = airtableArchive({ ...fake, rate: 1000 });
  const record = {
    summary: 'It\'s "Anna".',
    version: 3,
    coversThrough: 30,
    epoch: 1,
    incarnation: "i",
    updatedAtMs: 0,
  };
  await archive.save("-1001", record, { expectVersion: 2 });
  const [row] = await client.listRecords(fake.baseId, "Memory");
  expect(row?.fields).toEqual({
    TelegramID: "-1001",
    Summary: 'It\'s "Anna".',
    Version: 3,
    CoversThrough: 30,
    Epoch: 1,
    Incarnation: "i",
    UpdatedAt: "1970-01-01T00:00:00.000Z",
  });
});
