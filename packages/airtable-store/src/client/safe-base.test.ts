import Airtable from "airtable";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AirtableError } from "../index.ts";
import { startArchiveServer } from "../archive.kit.ts";
import { type AirtableServer, type Fault } from "@tgmem/airtable-test-server";
import { SafeBase } from "./safe-base.ts";

let fake: AirtableServer;
beforeEach(async () => {
  fake = await startArchiveServer();
});
afterEach(() => fake.close());

const baseOf = (
  requestTimeout = 20_000,
  options?: { signal: AbortSignal },
  endpointUrl = fake.endpointUrl,
) =>
  new SafeBase(
    new Airtable({ apiKey: "patSecret", endpointUrl, requestTimeout }),
    fake.baseId,
    options,
  );
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error("The call did not fail.");
    },
    (error: unknown) => error,
  );

const calls = {
  create: (base: SafeBase) => base.table("Memory").create([{ fields: { TelegramID: "1" } }]),
  select: (base: SafeBase) => base.table("Memory").select({ maxRecords: 1 }).firstPage(),
  find: (base: SafeBase) => base.table("Memory").find("rec1"),
  request: (base: SafeBase) =>
    base.makeRequest({ path: "/Memory/listRecords", method: "POST", body: {} }),
};
const callNames = ["create", "select", "find", "request"] as const;
const faults: [Fault, string][] = [
  ["html_200", "malformed_answer"],
  ["array", "malformed_answer"],
  ["html_502", "unavailable"],
  ["bad_gateway", "unavailable"],
  ["unavailable", "unavailable"],
  ["bare_404", "not_found"],
  ["null_error", "invalid_request"],
  ["rate_limit", "rate_limited"],
  ["empty_rate_limit", "rate_limited"],
  ["stalled_body", "timeout"],
  ["no_answer", "timeout"],
  ["reset", "unavailable"],
];

it.each(faults.flatMap(([fault, code]) => callNames.map((call) => [fault, call, code] as const)))(
  "settles %s in %s with its own error",
  async (fault, call, code) => {
    fake.fail(fault);
    // Only a call that nobody answers is to reach its end.
    const base = code === "timeout" ? baseOf(150) : baseOf();
    const error = await failureOf(calls[call](base));
    expect(error).toBeInstanceOf(AirtableError);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("patSecret");
    await expect.poll(() => fake.open()).toBe(0);
  },
);

it.each(["create", "select", "find"] as const)(
  "settles a 200 that lacks what %s asks for",
  async (call) => {
    fake.fail("empty_object");
    expect(await failureOf(calls[call](baseOf()))).toMatchObject({
      code: "malformed_answer",
      status: 200,
    });
  },
);

it("does the client's own work when nothing goes wrong", async () => {
  const table = baseOf().table("Memory");
  const [row] = await table.create([{ fields: { TelegramID: "1", Summary: "a" } }]);
  expect((await table.find(row?.id ?? "")).fields).toEqual({ TelegramID: "1", Summary: "a" });
  expect(
    await table
      .select({ filterByFormula: "{TelegramID}='1'", sort: [{ field: "Summary" }], pageSize: 5 })
      .all(),
  ).toHaveLength(1);
  await table.destroy([row?.id ?? ""]);
  expect(fake.rows()).toEqual([]);
});

it("tells the two kinds of 429 apart, and hears Retry-After", async () => {
  fake.setMonth(0);
  expect(await failureOf(calls.select(baseOf()))).toMatchObject({
    code: "quota_exhausted",
    retryable: true,
    type: "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
  });
  fake.fail("unavailable");
  expect(await failureOf(calls.select(baseOf()))).toMatchObject({
    code: "unavailable",
    retryAfterMs: 2000,
    status: 503,
  });
});

it("ends a running call at shutdown, and lets go of its socket", async () => {
  const shutdown = new AbortController();
  fake.fail("stalled_body");
  const failure = failureOf(calls.find(baseOf(60_000, shutdown)));
  await expect.poll(() => fake.open()).toBe(1);
  shutdown.abort();
  expect(await failure).toMatchObject({ code: "aborted" });
  await expect.poll(() => fake.open()).toBe(0);
});

it("names the system's reason when nobody listens", async () => {
  const gone = await startArchiveServer();
  await gone.close();
  const error = await failureOf(calls.find(baseOf(1_000, undefined, gone.endpointUrl)));
  expect(error).toMatchObject({
    code: "unavailable",
    retryable: true,
    message: expect.stringContaining("ECONNREFUSED"),
  });
});
