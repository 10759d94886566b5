import type { ArchiveRecord } from "@tgmem/memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  airtableArchive,
  type AirtableArchiveOptions,
  AirtableError,
  type ArchiveEvent,
} from "./index.ts";
import {
  type AirtableServer,
  type AirtableServerOptions,
  type ReceivedCall,
} from "@tgmem/airtable-test-server";
import { manualClock, startArchiveServer } from "./archive.kit.ts";
import { columns } from "./rows/columns.ts";

const record = (changes: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  summary: "Anna lives in Lisbon.",
  version: 1,
  coversThrough: 10,
  epoch: 0,
  incarnation: "i1",
  updatedAtMs: 1_764_000_000_123,
  ...changes,
});
const cells = (user: string, changes: Partial<Record<string, unknown>> = {}) => ({
  TelegramID: user,
  Summary: "old",
  CoversThrough: 1,
  Version: 1,
  Epoch: 0,
  Incarnation: "i1",
  ...changes,
});
const first = { expectVersion: 0 };
const isWrite = ({ method }: ReceivedCall) => method === "PATCH";
const isData = ({ path }: ReceivedCall) => !path.startsWith("/meta");

let fake: AirtableServer;
let events: ArchiveEvent[];
let clock: ReturnType<typeof manualClock>;

async function start(options: AirtableServerOptions = {}) {
  await fake?.close();
  clock = manualClock();
  events = [];
  fake = await startArchiveServer({ now: clock.now, ...options });
}
beforeEach(() => start());
afterEach(() => fake.close());

const open = (options: Partial<AirtableArchiveOptions> = {}) =>
  airtableArchive({
    token: "patSecret",
    baseId: fake.baseId,
    endpointUrl: fake.endpointUrl,
    requestTimeoutMs: 20_000,
    onEvent: (event) => events.push(event),
    ...clock,
    ...options,
  });
const callsOf = (method: string) =>
  fake.journal.filter((call) => isData(call) && call.method === method);
const seen = (type: ArchiveEvent["type"]) => events.filter((event) => event.type === type);

/** Something happens right before Airtable handles such a request. */
const meanwhile = (when: (call: ReceivedCall) => boolean, act: () => void) =>
  fake.fail("no_answer", { when: (call) => (when(call) && act(), false) });

describe("saving", () => {
  it("writes what a person may read in the table", async () => {
    await open().save("42", record(), first);
    expect(fake.rows().map(({ fields }) => fields)).toEqual([
      {
        TelegramID: "42",
        Summary: "Anna lives in Lisbon.",
        CoversThrough: 10,
        Version: 1,
        Epoch: 0,
        Incarnation: "i1",
        UpdatedAt: "2025-11-24T16:00:00.123Z",
      },
    ]);
  });

  it("puts ten people into one call, and a hundred into one look-up", async () => {
    const archive = open();
    const people = Array.from({ length: 20 }, (_, i) => String(100 + i));
    await Promise.all(people.map((user) => archive.save(user, record(), first)));
    expect(callsOf("PATCH")).toHaveLength(2);
    expect(callsOf("POST")).toHaveLength(2);
    await Promise.all(people.map((user) => archive.load(user)));
    expect(callsOf("POST")).toHaveLength(3);
  });

  it("makes one write of several saves of one person that wait together", async () => {
    const archive = open();
    const saves = [1, 2, 3].map((version) =>
      archive.save("42", record({ version }), { expectVersion: version - 1 }),
    );
    expect(await Promise.all(saves)).toEqual(["saved", "saved", "saved"]);
    expect(callsOf("PATCH")).toHaveLength(1);
    expect((await archive.load("42"))?.version).toBe(3);
  });

  it("does not write again what is there", async () => {
    const archive = open();
    await archive.save("42", record(), first);
    expect(await archive.save("42", record(), first)).toBe("saved");
    expect(callsOf("PATCH")).toHaveLength(1);
  });

  it("saves once when the answer is lost after the write", async () => {
    fake.fail("answer_lost", { when: isWrite });
    expect(await open().save("42", record(), first)).toBe("saved");
    expect(fake.rows()).toHaveLength(1);
    expect(seen("retry")).toHaveLength(1);
  });

  it("does not say saved before Airtable names the row", async () => {
    fake.fail("empty_object", { when: isWrite, times: Infinity });
    await expect(open().save("42", record(), first)).rejects.toMatchObject({
      code: "malformed_answer",
    });
  });

  it("isolates the one row of a batch that Airtable refuses", async () => {
    fake.fail("null_error", {
      times: Infinity,
      when: (call) => isWrite(call) && JSON.stringify(call.body).includes('"105"'),
    });
    const archive = open();
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => archive.save(String(100 + i), record(), first)),
    );
    expect(
      results.map(({ status }, i) => (status === "rejected" ? i : -1)).filter((i) => i >= 0),
    ).toEqual([5]);
    expect(fake.rows()).toHaveLength(9);
  });

  it("keeps saves and erases of one person in their order", async () => {
    const archive = open();
    const [saved, , again] = await Promise.all([
      archive.save("42", record(), first),
      archive.erase("42", { epoch: 0 }),
      archive.save("42", record({ summary: "Again." }), first),
    ]);
    expect([saved, again]).toEqual(["saved", "saved"]);
    expect(await archive.load("42")).toMatchObject({ summary: "Again." });
  });

  it.each([
    ["95,001 characters", { summary: "x".repeat(95_001) }, "too_large"],
    ["a version that is not a number", { version: Number.NaN }, "invalid_argument"],
    ["a time that is no date", { updatedAtMs: 1e16 }, "invalid_argument"],
  ])("refuses %s before it calls", async (_, changes, code) => {
    await expect(open().save("42", record(changes), first)).rejects.toMatchObject({
      code,
      retryable: false,
    });
    expect(fake.journal).toEqual([]);
  });

  it.each(["", " 42", "42\n", "4\u00002", "x".repeat(513), "\ud83d"])(
    "takes %j for no id, and calls nobody",
    async (user) => {
      const archive = open();
      const invalid = { code: "invalid_argument" };
      await expect(archive.load(user)).rejects.toMatchObject(invalid);
      await expect(archive.save(user, record(), first)).rejects.toMatchObject(invalid);
      await expect(archive.erase(user, { epoch: 0 })).rejects.toMatchObject(invalid);
      expect(fake.journal).toEqual([]);
    },
  );
});

describe("duplicate rows", () => {
  it("heals the race of two processes that both make the first row", async () => {
    const [one, two] = [open(), open()];
    fake.race();
    expect(
      await Promise.all([
        one.save("42", record(), first),
        two.save("42", record({ summary: "Other." }), first),
      ]),
    ).toEqual(["saved", "saved"]);
    expect(fake.rows()).toHaveLength(2);
    expect(await one.load("42")).toEqual(await two.load("42"));
    expect(await one.save("42", record({ version: 2 }), { expectVersion: 1 })).toBe("saved");
    expect(fake.rows().map(({ fields }) => fields["Version"])).toEqual([2]);
    expect(seen("duplicates").at(-1)).toEqual({
      type: "duplicates",
      user: "42",
      rows: 2,
      removed: 1,
    });
  });

  it("heals an upsert that has become ambiguous between its read and its write", async () => {
    meanwhile(isWrite, () => {
      if (fake.rows().length === 0) for (const user of ["42", "42"]) fake.insert(cells(user));
    });
    expect(await open().save("42", record({ version: 2 }), { expectVersion: 1 })).toBe("saved");
    expect(fake.rows().map(({ fields }) => fields["Version"])).toEqual([2]);
  });

  it("reads the same winner everywhere: epoch, then version, then the older row", async () => {
    fake.insert(cells("42", { Epoch: 1, Version: 9 }));
    fake.insert(cells("42", { Epoch: 2, Version: 3, Summary: "older" }));
    clock.advance(1);
    fake.insert(cells("42", { Epoch: 2, Version: 3, Summary: "younger" }));
    fake.insert(cells("42", { Epoch: 2, Version: 2 }));
    expect(await open().load("42")).toMatchObject({ epoch: 2, version: 3, summary: "older" });
  });

  it("erases all of them up to the epoch, though somebody else deletes one at the same time", async () => {
    for (let i = 0; i < 12; i++) fake.insert(cells("42"));
    fake.insert(cells("42", { Epoch: 3 }));
    fake.fail("answer_lost", { when: ({ method }) => method === "DELETE" });
    await open().erase("42", { epoch: 2 });
    expect(fake.rows().map(({ fields }) => fields["Epoch"])).toEqual([3]);
  });
});

describe("rows that people have touched", () => {
  it("takes empty cells for their defaults", async () => {
    fake.insert({ TelegramID: "42" });
    expect(await open().load("42")).toEqual({
      summary: "",
      version: 0,
      coversThrough: 0,
      epoch: 0,
      incarnation: "",
      updatedAtMs: Date.UTC(2026, 0, 15),
    });
  });

  it.each([
    ["a fraction", { CoversThrough: 1.5 }, "CoversThrough", { coversThrough: 1, version: 1 }],
    ["a negative number", { Version: -1 }, "Version", { version: 1 }],
    ["an emptied number", { Version: undefined }, "Version", { version: 1 }],
    ["a number beyond counting", { Epoch: 1e300 }, "Epoch", { epoch: 0 }],
  ])(
    "reads %s as well as can be, tells of it, and writes it anew",
    async (_, typed, column, read) => {
      fake.insert(cells("42", typed));
      const archive = open();
      expect(await archive.load("42")).toMatchObject({ summary: "old", ...read });
      expect(events).toContainEqual({ type: "broken_row", user: "42", columns: [column] });
      expect(await archive.save("42", record({ version: 2 }), { expectVersion: 1 })).toBe("saved");
      expect(await archive.load("42")).toEqual(record({ version: 2 }));
      expect(fake.rows()).toHaveLength(1);
    },
  );

  it("reads what was typed over a number as what the caller expects, so that the rest still counts", async () => {
    fake.insert(cells("42", { Version: -1, CoversThrough: 0.5, Summary: "Edited by hand." }));
    const expected = record({ version: 7, coversThrough: 70 });
    const loaded = await open({ callsPerMonth: Infinity }).load("42", { expect: expected });
    expect(loaded).toMatchObject({ version: 7, coversThrough: 70, summary: "Edited by hand." });
  });

  it("reads texts in columns of numbers, and erases what it cannot read", async () => {
    await start({
      fields: columns.map(({ name }) => ({ name, type: "singleLineText" })),
    });
    fake.insert(cells("42", { CoversThrough: " 12 ", Version: "three", Epoch: "never" }));
    const archive = open();
    expect(await archive.load("42")).toMatchObject({ coversThrough: 12, version: 1, epoch: 0 });
    await archive.erase("42", { epoch: 0 });
    expect(fake.rows()).toEqual([]);
  });

  it("reads a long listing again from its start when the cursor expires", async () => {
    for (let i = 0; i < 101; i++) fake.insert(cells("42"));
    meanwhile(
      ({ body }) => JSON.stringify(body ?? "").includes("offset"),
      () => fake.expireCursors(),
    );
    await expect(open().load("42")).rejects.toMatchObject({
      type: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE",
    });
    fake.mend();
    expect(await open().load("42")).toMatchObject({ version: 1 });
  });
});

describe("failures", () => {
  it.each([
    "html_200",
    "html_502",
    "array",
    "empty_object",
    "bad_gateway",
    "unavailable",
    "no_answer",
    "stalled_body",
    "reset",
  ] as const)("repeats a call after %s", async (fault) => {
    const hangs = fault === "no_answer" || fault === "stalled_body";
    const archive = open(hangs ? { requestTimeoutMs: 400 } : {});
    fake.fail(fault, { when: isData });
    expect(await archive.load("42")).toBeNull();
    fake.fail(fault, { when: isWrite });
    expect(await archive.save("42", record(), first)).toBe("saved");
    await expect.poll(() => fake.open()).toBe(0);
  });

  it("waits as long as Airtable asks", async () => {
    fake.fail("unavailable", { when: isData });
    await open().load("42");
    expect(clock.pauses).toContain(2000);
  });

  it("throws when it could not look, instead of saying there is nothing", async () => {
    fake.fail("bad_gateway", { times: Infinity, when: isData });
    await expect(open().load("42")).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
      status: 502,
    });
    expect(callsOf("POST")).toHaveLength(5);
  });

  it("gives up at its deadline", async () => {
    fake.fail("unavailable", { times: Infinity, when: isData });
    await expect(open({ deadlineMs: 3_000 }).load("42")).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(callsOf("POST")).toHaveLength(2);
  });

  it("does not repeat what a repetition cannot cure, and names no secret", async () => {
    await start({ token: "patOther" });
    const error = await open()
      .save("42", record(), first)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AirtableError);
    expect(error).toMatchObject({ code: "unauthorized", retryable: false });
    expect(callsOf("POST")).toHaveLength(1);
    const said = JSON.stringify([error, String(error), events]);
    expect(said).not.toContain("patSecret");
    expect(said).not.toContain("Lisbon");
  });

  it("refuses a token that fetch would quote", () => {
    expect(() => open({ token: "pat\nSecret" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("Secret") }),
    );
  });
});
