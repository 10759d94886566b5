import type { ArchiveRecord } from "@tgmem/memory";
import type { AirtableServer } from "@tgmem/airtable-test-server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startArchiveServer } from "../archive.kit.ts";
import { airtableArchive } from "../index.ts";

const record: ArchiveRecord = {
  summary: "Anna.",
  version: 1,
  coversThrough: 10,
  epoch: 0,
  incarnation: "i1",
  updatedAtMs: 1_764_000_000_000,
};
let server: AirtableServer;
beforeEach(async () => {
  server = await startArchiveServer();
});
afterEach(() => server.close());

/** An archive whose batches wait for company until the test lets them go. */
function start() {
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const archive = airtableArchive({
    ...server,
    rate: { take: async () => () => {}, freeze: async () => {} },
    callsPerMonth: Infinity,
    gatherMs: 2_000,
    pause: (ms, { signal }) =>
      new Promise((end) => {
        signal.addEventListener("abort", () => end(), { once: true });
        waits.push({ ms, end });
      }),
  });
  const save = (chat: string) => archive.save(chat, record, { expectVersion: 0 });
  const look = (chat: string) => archive.load(chat, { expect: record });
  return { archive, waits, save, look };
}
const calls = (method: string) =>
  server.journal.filter((call) => call.method === method && !call.path.startsWith("/meta"));

it("saves wait for others that share their call, and a look before a summary three times as long", async () => {
  const { waits, save, look } = start();
  const saved = [save("1")];
  await expect.poll(() => waits.map(({ ms }) => ms)).toEqual([2_000]);
  saved.push(save("2"), save("3"));
  const looked = [look("1")];
  await expect.poll(() => waits.map(({ ms }) => ms)).toEqual([2_000, 6_000]);
  looked.push(look("2"));
  expect(calls("PATCH")).toEqual([]);
  for (const { end } of waits) end();
  expect(await Promise.all(saved)).toEqual(["saved", "saved", "saved"]);
  await Promise.all(looked);
  expect([calls("PATCH").length, calls("POST").length]).toEqual([1, 2]);
});

it("ten saves wait for nobody, nor does an erase", async () => {
  const { archive, save } = start();
  const people = Array.from({ length: 10 }, (_, n) => String(100 + n));
  await Promise.all(people.map((chat) => save(chat)));
  expect(calls("PATCH")).toHaveLength(1);
  await archive.erase("100", { epoch: 0 });
  expect(server.rows()).toHaveLength(9);
});

it("a look for somebody who waits takes along those who can, at once", async () => {
  const { archive, look, waits } = start();
  const patient = look("1");
  await expect.poll(() => waits).toHaveLength(1);
  expect(await archive.load("2")).toBeNull();
  await patient;
  expect(calls("POST")).toHaveLength(1);
});

it("whoever waits is let go when the archive is closed", async () => {
  const { archive, save, waits } = start();
  const saved = save("1");
  await expect.poll(() => waits).toHaveLength(1);
  await archive.close();
  expect(await saved).toBe("saved");
});
