import type { ArchiveRecord } from "@tgmem/memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { airtableArchive, type ArchiveEvent } from "./index.ts";
import { columns } from "./rows/columns.ts";
import {
  type AirtableServer,
  type AirtableServerOptions,
  type ReceivedCall,
} from "@tgmem/airtable-test-server";
import { manualClock, startArchiveServer } from "./archive.kit.ts";

const record: ArchiveRecord = {
  summary: "Anna.",
  version: 1,
  coversThrough: 10,
  epoch: 0,
  incarnation: "i1",
  updatedAtMs: 1_764_000_000_000,
};
const first = { expectVersion: 0 };
const numberKey = columns.map((column) =>
  column.name === "TelegramID"
    ? { name: "TelegramID", type: "number", options: { precision: 0 } }
    : column,
);
const without = (name: string) => columns.filter((column) => column.name !== name);

let fake: AirtableServer;
let events: ArchiveEvent[];
async function start(options: AirtableServerOptions = {}) {
  await fake?.close();
  events = [];
  fake = await startArchiveServer(options);
}
beforeEach(() => start());
afterEach(() => fake.close());
const open = () =>
  airtableArchive({
    token: "pat",
    baseId: fake.baseId,
    endpointUrl: fake.endpointUrl,
    onEvent: (event) => events.push(event),
    ...manualClock(),
  });
const isRead = ({ path }: ReceivedCall) =>
  path.endsWith("/listRecords") || path.startsWith("/meta");
const isWrite = (call: ReceivedCall) => call.method !== "GET" && !isRead(call);
const looks = () => fake.journal.filter(({ path }) => path.startsWith("/meta")).length;

describe("checkSchema", () => {
  it("is content with the table that ensureSchema makes", async () => {
    await start({ fields: null });
    await expect(open().checkSchema()).rejects.toMatchObject({
      code: "invalid_schema",
      message: expect.stringContaining("table Memory of base"),
    });
    expect(await open().ensureSchema()).toEqual({ status: "ok", keyType: "text", lacking: [] });
    expect(await open().checkSchema()).toEqual({
      status: "ok",
      keyType: "text",
      lacking: [],
      writing: "ok",
    });
    expect(fake.rows()).toEqual([]);
    expect(await open().save("42", record, first)).toBe("saved");
    expect(await open().ensureSchema()).toMatchObject({ status: "ok" });
    expect(fake.rows()).toHaveLength(1);
  });

  it("names the columns that are missing; ensureSchema adds them", async () => {
    fake.dropColumn("Epoch");
    fake.dropColumn("Version");
    await expect(open().checkSchema()).rejects.toMatchObject({
      code: "invalid_schema",
      message: expect.stringContaining("Version, Epoch"),
    });
    await open().ensureSchema();
    expect(fake.fields().map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Epoch", "Version"]),
    );
  });

  it("tells a token that may only read, with rows and without, and leaves none behind", async () => {
    fake.fail("forbidden", { times: Infinity, when: isWrite });
    expect(await open().checkSchema()).toMatchObject({ status: "ok", writing: "unknown" });
    const row = { TelegramID: "42", Summary: "Anna." };
    fake.insert(row);
    await expect(open().checkSchema()).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("data.records:write"),
    });
    fake.mend();
    expect(await open().checkSchema()).toMatchObject({ writing: "ok" });
    expect(fake.rows().map(({ fields }) => fields)).toEqual([row]);
  });

  it("does not take the 403 of a row that is not there for that of a token that may only read", async () => {
    fake.insert({ TelegramID: "42" });
    fake.fail("forbidden", { when: ({ method }) => method === "PATCH" });
    expect(await open().checkSchema()).toMatchObject({ writing: "ok" });
  });

  it("refuses a key that cannot be merged on", async () => {
    await start({ fields: [{ name: "TelegramID", type: "checkbox" }, ...without("TelegramID")] });
    await expect(open().checkSchema()).rejects.toMatchObject({
      message: expect.stringContaining("checkbox"),
    });
  });

  it("says unknown when the token may not look, and works all the same", async () => {
    fake.setSchemaScope(false);
    const archive = open();
    expect(await archive.checkSchema()).toMatchObject({ status: "unknown" });
    expect(await archive.save("42", record, first)).toBe("saved");
    expect(await archive.load("42")).toEqual(record);
    expect(events).toContainEqual({ type: "schema_unknown", code: "forbidden" });
  });
});

it("looks once, however many people come", async () => {
  const archive = open();
  await Promise.all(
    ["1", "2", "3"].flatMap((user) => [archive.load(user), archive.save(user, record, first)]),
  );
  await archive.load("4");
  expect(looks()).toBe(1);
});

it("works before it could look, while the schema is out of order", async () => {
  fake.fail("html_502", { times: Infinity, when: ({ path }) => path.startsWith("/meta") });
  expect(await open().save("42", record, first)).toBe("saved");
});

it("goes on without UpdatedAt when somebody deletes that column", async () => {
  const archive = open();
  await archive.save("42", record, first);
  fake.dropColumn("UpdatedAt");
  expect(await archive.load("42")).toMatchObject({ summary: "Anna." });
  expect(await archive.save("42", { ...record, version: 2 }, { expectVersion: 1 })).toBe("saved");
  expect(await archive.checkSchema()).toMatchObject({ lacking: ["UpdatedAt"] });
});

it.each(["Epoch", "Summary", "TelegramID"])(
  "does not take a renamed %s for an empty cell",
  async (column) => {
    const archive = open();
    await archive.save("42", record, first);
    fake.renameColumn(column, "Renamed");
    await expect(archive.load("42")).rejects.toMatchObject({
      code: "invalid_schema",
      message: expect.stringContaining(column),
    });
    fake.renameColumn("Renamed", column);
    expect(await archive.load("42")).toEqual(record);
  },
);

it("names a lost column also when it may not read the schema", async () => {
  fake.setSchemaScope(false);
  const archive = open();
  await archive.save("42", record, first);
  fake.renameColumn("Epoch", "Renamed");
  await expect(archive.load("42")).rejects.toMatchObject({
    code: "unknown_field",
    message: expect.stringContaining("Epoch"),
  });
});

describe("a number column as key", () => {
  it.each([true, false])("is found and written, with the schema scope: %s", async (schemaScope) => {
    await start({ fields: numberKey, schemaScope });
    await open().save("-1001234567890", record, first);
    expect(fake.rows()[0]?.fields["TelegramID"]).toBe(-1001234567890);
    expect(await open().load("-1001234567890")).toEqual(record);
    expect(
      await open().save("-1001234567890", { ...record, version: 2 }, { expectVersion: 1 }),
    ).toBe("saved");
    await open().erase("-1001234567890", { epoch: 0 });
    expect(fake.rows()).toEqual([]);
  });

  it("refuses an id that the column would round", async () => {
    await start({ fields: numberKey });
    await expect(open().save("9007199254740993", record, first)).rejects.toMatchObject({
      code: "invalid_id",
    });
  });
});
