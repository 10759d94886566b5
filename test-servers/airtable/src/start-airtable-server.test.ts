import Airtable from "airtable";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AirtableServer, startAirtableServer } from "./index.ts";

const fields = [
  { name: "TelegramID", type: "singleLineText" },
  { name: "Summary", type: "multilineText" },
  { name: "CoversThrough", type: "number", options: { precision: 0 } },
  { name: "Version", type: "number", options: { precision: 0 } },
  { name: "Epoch", type: "number", options: { precision: 0 } },
  { name: "Incarnation", type: "singleLineText" },
  {
    name: "UpdatedAt",
    type: "dateTime",
    options: { dateFormat: { name: "iso" }, timeFormat: { name: "24hour" }, timeZone: "utc" },
  },
];

let server: AirtableServer;
beforeEach(async () => {
  server = await startAirtableServer({ fields });
});
afterEach(() => server.close());

async function request(method: string, path: string, body?: unknown, on = server) {
  const response = await fetch(`${on.endpointUrl}/v0/${path}`, {
    method,
    headers: { authorization: "Bearer pat", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: JSON.parse((await response.text()) || "null"),
    headers: response.headers,
  };
}
const data = (method: string, rest = "", body?: unknown, on = server) =>
  request(method, `${on.baseId}/Memory${rest}`, body, on);
const upsert = (rows: object[], on = server) =>
  data(
    "PATCH",
    "",
    {
      performUpsert: { fieldsToMergeOn: ["TelegramID"] },
      records: rows.map((row) => ({ fields: row })),
    },
    on,
  );

const stock = () =>
  new Airtable({ apiKey: "pat", endpointUrl: server.endpointUrl, noRetryIfRateLimited: true }).base(
    server.baseId,
  );

describe("the stock client", () => {
  it("creates, finds, updates, pages and destroys", async () => {
    const table = stock()("Memory");
    const made = await table.create([
      { fields: { TelegramID: "1", Summary: "a" } },
      { fields: { TelegramID: "2" } },
    ]);
    expect(made.map((row) => row.fields)).toEqual([
      { TelegramID: "1", Summary: "a" },
      { TelegramID: "2" },
    ]);
    const [one, two] = made.map(({ id }) => id);
    await table.update([{ id: one!, fields: { Summary: "b" } }]);
    expect((await table.find(one!)).fields).toEqual({ TelegramID: "1", Summary: "b" });
    await table.replace([{ id: one!, fields: { TelegramID: "1" } }]);
    expect((await table.find(one!)).fields).toEqual({ TelegramID: "1" });
    const paged = await table
      .select({
        pageSize: 1,
        sort: [{ field: "TelegramID", direction: "desc" }],
        fields: ["TelegramID"],
      })
      .all();
    expect(paged.map((row) => row.get("TelegramID"))).toEqual(["2", "1"]);
    const found = await table
      .select({ filterByFormula: 'OR({TelegramID} = "2", RECORD_ID()="x")', method: "post" })
      .firstPage();
    expect(found.map(({ id }) => id)).toEqual([two]);
    await table.destroy([one!, two!]);
    expect(server.rows()).toEqual([]);
  });

  it("upserts, and reads the schema", async () => {
    const base = stock();
    const body = {
      performUpsert: { fieldsToMergeOn: ["TelegramID"] },
      records: [{ fields: { TelegramID: "7", Version: 1 } }],
    };
    const first = await base.makeRequest({ method: "PATCH", path: "/Memory", body });
    expect(first.body).toMatchObject({ createdRecords: [expect.any(String)], updatedRecords: [] });
    const again = await base.makeRequest({ method: "PATCH", path: "/Memory", body });
    expect(again.body).toMatchObject({
      createdRecords: [],
      updatedRecords: first.body.createdRecords,
    });
    const meta = new Airtable({ apiKey: "pat", endpointUrl: server.endpointUrl }).base("meta");
    const { body: schema } = await meta.makeRequest({ path: `/bases/${server.baseId}/tables` });
    expect(schema.tables[0]).toMatchObject({ name: "Memory", views: [{ type: "grid" }] });
  });
});

describe("writes", () => {
  it("changes nothing when one row of a batch is wrong", async () => {
    expect(
      (await upsert([{ TelegramID: "1" }, { TelegramID: "2", Version: "two" }])).body.error.type,
    ).toBe("INVALID_VALUE_FOR_COLUMN");
    expect(
      (await upsert([{ TelegramID: "1" }, { TelegramID: "2", Nope: 1 }])).body.error.type,
    ).toBe("UNKNOWN_FIELD_NAME");
    expect((await upsert([{ TelegramID: "1" }, { Version: 2 }])).status).toBe(422);
    expect((await upsert([{ TelegramID: "1", Summary: "x".repeat(100_001) }])).status).toBe(422);
    expect(
      (await upsert(Array.from({ length: 11 }, (_, i) => ({ TelegramID: String(i) })))).status,
    ).toBe(422);
    expect(server.rows()).toEqual([]);
  });

  it("leaves empty cells out, keeps unsent ones on PATCH and clears them on PUT", async () => {
    const id = server.insert({ TelegramID: "1", Summary: "a", Version: 0 });
    const patched = await data("PATCH", "", { records: [{ id, fields: { Version: 2 } }] });
    expect(patched.body.records[0].fields).toEqual({ TelegramID: "1", Summary: "a", Version: 2 });
    const put = await data("PUT", `/${id}`, { fields: { TelegramID: "1", Summary: "" } });
    expect(put.body.fields).toEqual({ TelegramID: "1" });
  });

  it("fails an upsert that matches two rows, and an update of an unknown id", async () => {
    server.insert({ TelegramID: "1" });
    server.insert({ TelegramID: "1" });
    expect((await upsert([{ TelegramID: "1" }])).body.error.message).toMatch(
      /^Cannot update more than one record/,
    );
    expect(
      (await data("PATCH", "", { records: [{ id: "recNone", fields: {} }] })).body.error.type,
    ).toBe("ROW_DOES_NOT_EXIST");
  });

  it("lets two first upserts both create when told to", async () => {
    server.race();
    await Promise.all([upsert([{ TelegramID: "1" }]), upsert([{ TelegramID: "1" }])]);
    expect(server.rows()).toHaveLength(2);
    await upsert([{ TelegramID: "2" }]);
    await upsert([{ TelegramID: "2" }]);
    expect(server.rows()).toHaveLength(3);
  });
});

const count = async (formula: string) => {
  const { body } = await data("POST", "/listRecords", { filterByFormula: formula });
  return body.records?.length ?? body.error.type;
};

describe("reads", () => {
  it("tells numbers from texts in formulas, and refuses what it does not know", async () => {
    server.insert({ TelegramID: String.raw`it's a \ "q"`, Version: 1 });
    expect(await count(String.raw`{TelegramID}='it\'s a \\ "q"'`)).toBe(1);
    expect(await count(String.raw`AND( {Version} = 1 , {TelegramID}="it's a \\ \"q\"")`)).toBe(1);
    expect(await count("{Version}='1'")).toBe(0);
    expect(await count("{Nope}='1'")).toBe("INVALID_FILTER_BY_FORMULA");
    expect(await count("FIND('1', {TelegramID})")).toBe("INVALID_FILTER_BY_FORMULA");
  });

  it("pages with cursors that expire", async () => {
    for (let i = 0; i < 3; i += 1) server.insert({ TelegramID: String(i) });
    const first = await data("GET", "?pageSize=2&offset=");
    expect(first.body.records).toHaveLength(2);
    const rest = await data("GET", `?pageSize=2&offset=${encodeURIComponent(first.body.offset)}`);
    expect(rest.body).toEqual({ records: [expect.anything()] });
    server.expireCursors();
    const expired = await data("GET", `?offset=${encodeURIComponent(first.body.offset)}`);
    expect(expired.body).toEqual({ error: { type: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE" } });
  });

  it("shows rows by field id when asked", async () => {
    server.insert({ TelegramID: "1" });
    const { body } = await data("GET", "?returnFieldsByFieldId=true&fields[]=TelegramID");
    expect(Object.keys(body.records[0].fields)[0]).toMatch(/^fld/);
  });
});

describe("limits and refusals", () => {
  it("freezes the base for 30 seconds at the sixth request of a second", async () => {
    let at = 0;
    const limited = await startAirtableServer({ fields, perSecond: 5, now: () => at });
    for (let i = 0; i < 5; i += 1)
      expect((await data("GET", "", undefined, limited)).status).toBe(200);
    expect((await data("GET", "", undefined, limited)).body.errors[0].error).toBe(
      "RATE_LIMIT_REACHED",
    );
    at += 29_999;
    expect((await data("GET", "", undefined, limited)).status).toBe(429);
    at += 1;
    expect((await data("GET", "", undefined, limited)).status).toBe(200);
    await limited.close();
  });

  it("refuses data calls, but not the schema, when the month is used up", async () => {
    server.setMonth(1);
    expect((await data("GET")).status).toBe(200);
    expect((await data("GET")).body.errors[0].error).toBe("PUBLIC_API_BILLING_LIMIT_EXCEEDED");
    expect((await request("GET", `meta/bases/${server.baseId}/tables`)).status).toBe(200);
  });

  it("wants a token, a known table and a known path", async () => {
    expect((await fetch(`${server.endpointUrl}/v0/${server.baseId}/Memory`)).status).toBe(401);
    expect((await request("GET", `${server.baseId}/Nope`)).body.error.type).toBe(
      "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
    );
    expect((await data("GET", "/recNone")).body).toEqual({ error: "NOT_FOUND" });
    server.setSchemaScope(false);
    expect((await request("GET", `meta/bases/${server.baseId}/tables`)).status).toBe(403);
  });

  it("answers 503 with Retry-After, and loses an answer only after the write was done", async () => {
    server.fail("unavailable");
    const busy = await data("GET");
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "2"]);
    server.fail("answer_lost");
    await expect(upsert([{ TelegramID: "1" }])).rejects.toThrow("fetch failed");
    expect(server.rows()).toHaveLength(1);
    server.fail("reset");
    await expect(upsert([{ TelegramID: "2" }])).rejects.toThrow("fetch failed");
    expect(server.rows()).toHaveLength(1);
  });
});

it("says what a test asks for that is not there", () => {
  const invalid = expect.objectContaining({ code: "invalid_argument" });
  expect(() => server.rows("Nobody")).toThrow("There is no table Nobody: there is Memory.");
  expect(() => server.rows("Nobody")).toThrow(invalid);
  expect(() => server.renameColumn("Nothing", "Something")).toThrow(invalid);
  expect(() => server.dropColumn("Nothing")).toThrow(invalid);
  expect(() => server.insert({ Version: "two" })).toThrow(invalid);
});
