import { type AirtableServer, startAirtableServer } from "@tgmem/airtable-test-server";
import { runProcess } from "@tgmem/processes";
import { afterEach, beforeEach, expect, it } from "vitest";

let server: AirtableServer;
beforeEach(async () => {
  server = await startAirtableServer({ fields: null });
});
afterEach(() => server.close());

const tgmem = (...args: readonly string[]) =>
  runProcess(new URL("../main.ts", import.meta.url), {
    args,
    env: {
      AIRTABLE_PAT: server.token,
      AIRTABLE_BASE_ID: server.baseId,
      AIRTABLE_ENDPOINT_URL: server.endpointUrl,
    },
  });

it("airtable create makes the table, and airtable check finds it fit and leaves no row behind", async () => {
  expect(await tgmem("airtable", "check")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /Nothing was found in table Memory.* Here that is: tgmem airtable create\.\n$/,
    ),
  });
  expect(await tgmem("airtable", "create")).toMatchObject({
    code: 0,
    stdout: "The table Memory is ready.\n",
  });
  expect(await tgmem("airtable", "check")).toEqual({
    code: 0,
    stderr: "",
    stdout: "The table Memory has the columns that it needs.\nThe token may write to it.\n",
  });
  expect(server.rows()).toEqual([]);
});

it("airtable check tells a token that may only read, and a column that is gone", async () => {
  await tgmem("airtable", "create");
  server.insert({ TelegramID: "42" });
  server.fail("forbidden", { times: Infinity, when: ({ method }) => method === "PATCH" });
  expect(await tgmem("airtable", "check")).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("may read the table and not write it"),
  });
  server.dropColumn("Epoch");
  expect((await tgmem("airtable", "check")).stderr).toContain("The columns Epoch are missing");
});

it("airtable says which variables it needs, all at once", async () => {
  const main = new URL("../main.ts", import.meta.url);
  const { code, stderr } = await runProcess(main, { args: ["airtable", "create"] });
  expect(code).toBe(2);
  expect(stderr).toMatch(/AIRTABLE_PAT is missing[^]*AIRTABLE_BASE_ID is missing/);
});
