import type { ArchiveRecord } from "@tgmem/memory";
import { afterEach, beforeEach, expect, it } from "vitest";
import { airtableArchive, type AirtableArchiveOptions } from "./index.ts";
import { startArchiveServer } from "./archive.kit.ts";
import { type AirtableServer } from "@tgmem/airtable-test-server";

const record: ArchiveRecord = {
  summary: "Anna.",
  version: 1,
  coversThrough: 10,
  epoch: 0,
  incarnation: "i1",
  updatedAtMs: 1_764_000_000_000,
};
const first = { expectVersion: 0 };
let fake: AirtableServer;
beforeEach(async () => {
  fake = await startArchiveServer({ schemaScope: false });
});
afterEach(() => fake.close());
const open = (options: Partial<AirtableArchiveOptions> = {}) =>
  airtableArchive({
    token: "pat",
    baseId: fake.baseId,
    endpointUrl: fake.endpointUrl,
    rate: 1000,
    ...options,
  });
const isData = ({ path }: { path: string }) => !path.startsWith("/meta");
const stalls = () => fake.fail("stalled_body", { times: Infinity, when: isData });
const held = () => expect.poll(() => fake.open()).toBe(1);
const free = () => expect.poll(() => fake.open()).toBe(0);

it("lets one caller go and answers the others", async () => {
  const archive = open();
  const caller = new AbortController();
  fake.race();
  const [gone, stays] = [
    archive.save("1", record, { ...first, signal: caller.signal }),
    archive.save("2", record, first),
  ];
  const left = expect(gone).rejects.toMatchObject({ code: "aborted" });
  await expect.poll(() => fake.journal.some(({ method }) => method === "PATCH")).toBe(true);
  caller.abort();
  await left;
  fake.mend();
  expect(await stays).toBe("saved");
});

it("ends the request when all its callers have gone", async () => {
  stalls();
  const caller = new AbortController();
  const gone = expect(open().load("1", { signal: caller.signal })).rejects.toMatchObject({
    code: "aborted",
  });
  await held();
  caller.abort();
  await gone;
  await free();
});

it("ends everything at the signal, those who wait for a turn too", async () => {
  stalls();
  const shutdown = new AbortController();
  const archive = open({ signal: shutdown.signal });
  const read = expect(archive.load("1")).rejects.toMatchObject({ code: "aborted" });
  await held();
  const waiting = expect(archive.load("2")).rejects.toMatchObject({ code: "aborted" });
  shutdown.abort();
  await Promise.all([read, waiting]);
  await free();
  await expect(archive.load("3")).rejects.toMatchObject({ code: "aborted" });
});

it("finishes what waits when it is closed, and takes nothing more", async () => {
  const archive = open();
  const saves = ["1", "2"].map((user) => archive.save(user, record, first));
  await archive.close();
  expect(fake.rows()).toHaveLength(2);
  expect(await Promise.all(saves)).toEqual(["saved", "saved"]);
  await expect(archive.load("1")).rejects.toMatchObject({ code: "closed", retryable: false });
});

it("is not disturbed by a listener that throws", async () => {
  const archive = open({
    onEvent() {
      throw new Error("listener");
    },
  });
  expect(await archive.save("1", record, first)).toBe("saved");
  expect(fake.rows()).toHaveLength(1);
});
