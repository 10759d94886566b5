import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { airtableArchive } from "@tgmem/airtable-store";
import { type AirtableServer, startAirtableServer } from "@tgmem/airtable-test-server";
import { type ArchiveRecord, inMemoryArchive, type SummaryArchive } from "@tgmem/memory";
import { openSqlite, sqliteArchive } from "@tgmem/memory/sqlite";
import { runProcess, startProcess } from "@tgmem/processes";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { moveRecords } from "./move-records.ts";
import { progressBar } from "./progress-bar.ts";

const record = (changes: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  summary: "Anna lives in Lisbon.",
  version: 3,
  coversThrough: 30,
  epoch: 0,
  incarnation: "i1",
  updatedAtMs: 1_764_000_000_000,
  ...changes,
});
const recordOf = (n: number) =>
  record({ summary: `Chat ${n} likes the sea.`, version: (n % 9) + 1, epoch: n % 3 });
const save = (archive: SummaryArchive, chat: string, one: ArchiveRecord) =>
  archive.save(chat, one, { expectVersion: one.version });

describe("tgmem memory move", () => {
  const main = new URL("../main.ts", import.meta.url);
  const count = 260;
  let server: AirtableServer;
  let folder: string;
  let file: string;
  beforeEach(async () => {
    server = await startAirtableServer({ fields: null });
    folder = await mkdtemp(join(tmpdir(), "tgmem-move-"));
    file = `sqlite:${join(folder, "memory.db")}`;
    const archive = airtableArchive({ ...server, rate: 1_000 });
    await archive.ensureSchema();
    await archive.close();
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const started = (from: string, to: string, rate = 50) => ({
    args: ["memory", "move", "--from", from, "--to", to],
    env: {
      AIRTABLE_PAT: server.token,
      AIRTABLE_BASE_ID: server.baseId,
      AIRTABLE_ENDPOINT_URL: server.endpointUrl,
      AIRTABLE_RATE: String(rate),
    },
  });
  async function inFile<T>(work: (archive: SummaryArchive) => Promise<T>): Promise<T> {
    const db = openSqlite(join(folder, "memory.db"));
    try {
      return await work(sqliteArchive(db));
    } finally {
      db.close();
    }
  }
  const fill = () =>
    inFile(async (archive) => {
      for (let n = 1; n <= count; n++) await save(archive, `chat ${n}`, recordOf(n));
    });

  it("loses nothing when it is killed in the middle and run again, there and back", async () => {
    await fill();
    const broken = startProcess(main, started(file, "airtable", 10));
    await expect.poll(() => server.rows().length).toBeGreaterThan(30);
    await broken.stop("SIGKILL");
    expect(server.rows().length).toBeLessThan(count);

    const { code, stdout, stderr } = await runProcess(main, started(file, "airtable"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [, moved, there] =
      /Of 260 summaries (\d+) were moved, (\d+) were there/.exec(stdout) ?? [];
    expect(Number(there)).toBeGreaterThan(30);
    expect(Number(moved) + Number(there)).toBe(count);
    const keys = server.rows().map(({ fields }) => fields["TelegramID"]);
    expect([keys.length, new Set(keys).size]).toEqual([count, count]);

    await rm(join(folder, "memory.db"));
    expect((await runProcess(main, started("airtable", file))).stdout).toContain("260 were moved");
    await inFile(async (archive) => {
      for (let n = 1; n <= count; n++) expect(await archive.load(`chat ${n}`)).toEqual(recordOf(n));
    });
  });

  it("says that it has stopped when Airtable is away, and that it goes on", async () => {
    await fill();
    server.fail("forbidden", { times: Infinity });
    expect(await runProcess(main, started(file, "airtable"))).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^tgmem: The move has stopped; run the same command again, and it goes on\. .*answered 403/,
      ),
    });
  });

  it.each([
    [["memory", "move", "--from", "airtable", "--to", "sqlite:x"], "AIRTABLE_PAT is missing"],
    [["memory", "move", "--from", "sqlite:", "--to", "airtable"], "Give airtable, or sqlite:FILE."],
    [["memory", "move", "--from", "airtable", "--to", "airtable"], "are the same"],
  ])("explains %j", async (args, words) => {
    const { code, stderr } = await runProcess(main, { args });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe("moving records", () => {
  it("takes nothing from the target that is newer there, or was edited there, and tells what is refused", async () => {
    const from = inMemoryArchive();
    const kept = inMemoryArchive();
    for (const chat of ["new", "same", "newer", "edited", "odd"]) await save(from, chat, record());
    await save(kept, "same", record());
    await save(kept, "newer", record({ version: 4 }));
    await save(kept, "edited", record({ summary: "Edited by hand." }));
    const refusal = Object.assign(new Error("No such id."), { retryable: false });
    const to: SummaryArchive = {
      ...kept,
      save: async (chat, ...rest) => {
        if (chat === "odd") throw refusal;
        return kept.save(chat, ...rest);
      },
    };
    const progress: (readonly [number, number])[] = [];
    expect(
      await moveRecords(from, to, { onProgress: (...now) => void progress.push(now) }),
    ).toEqual({
      read: 5,
      moved: 1,
      there: 1,
      newer: 1,
      different: ["edited"],
      refused: [{ chat: "odd", why: "No such id." }],
    });
    expect(await kept.load("edited")).toMatchObject({ summary: "Edited by hand." });
    expect(progress).toEqual([
      [0, 5],
      [5, 5],
    ]);
  });

  it("moves the newest of several rows of one chat", async () => {
    const from: SummaryArchive = {
      ...inMemoryArchive(),
      async *records() {
        yield [{ chat: "42", record: record({ version: 2 }) }];
        yield [{ chat: "42", record: record({ version: 5 }) }];
        yield [{ chat: "42", record: record({ version: 4 }) }];
      },
    };
    const to = inMemoryArchive();
    expect(await moveRecords(from, to, { onProgress: () => {} })).toMatchObject({ read: 1 });
    expect(await to.load("42")).toMatchObject({ version: 5 });
  });
});

/** What the bar writes when two things get done. */
function shownOn(isTTY: boolean): string {
  let shown = "";
  const bar = progressBar({ isTTY, write: (text) => (shown += text) });
  for (const done of [0, 1, 2]) bar(done, 2);
  return shown;
}

it("shows a bar in a terminal alone", () => {
  expect(shownOn(true)).toBe(
    `\r${"░".repeat(30)} 0 of 2\r${"█".repeat(15)}${"░".repeat(15)} 1 of 2\r${"█".repeat(30)} 2 of 2\n`,
  );
  expect(shownOn(false)).toBe("");
});
