import { deepEqual, equal, rejects } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { type ContractCase, newPerson, oddIds, oddTexts } from "./contract-case.ts";

export interface ArchiveContractOptions {
  /** A connected archive. It may be the same one for all cases: each uses people of its own. */
  readonly create: () => Promise<SummaryArchive>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: (archive: SummaryArchive) => Promise<void>;
}

export const archiveRecord = (changes: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  summary: "Anna lives in Lisbon.",
  version: 1,
  coversThrough: 10,
  epoch: 0,
  incarnation: "1764000000.123456",
  updatedAtMs: 1_764_000_000_000,
  ...changes,
});

/** What every `SummaryArchive` promises. */
export function archiveContract({ create, destroy }: ArchiveContractOptions): ContractCase[] {
  const cases: ContractCase[] = [];
  function promise(title: string, check: (archive: SummaryArchive) => Promise<void>): void {
    cases.push({
      title,
      async run() {
        const archive = await create();
        try {
          await check(archive);
        } finally {
          await destroy?.(archive);
        }
      },
    });
  }

  promise("knows nothing of somebody new", async (archive) => {
    equal(await archive.load(newPerson()), null);
  });

  promise("gives back what it saved, all of it", async (archive) => {
    const user = newPerson();
    const record = archiveRecord();
    equal(await archive.save(user, record, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(user), record);
  });

  promise("keeps the newest of several saves", async (archive) => {
    const user = newPerson();
    for (const version of [1, 2, 3]) {
      const record = archiveRecord({
        version,
        coversThrough: version * 10,
        summary: `No ${version}.`,
      });
      equal(await archive.save(user, record, { expectVersion: version - 1 }), "saved");
    }
    deepEqual(
      await archive.load(user),
      archiveRecord({ version: 3, coversThrough: 30, summary: "No 3." }),
    );
  });

  promise("may be told the same twice", async (archive) => {
    const user = newPerson();
    const record = archiveRecord({ version: 2 });
    await archive.save(user, record, { expectVersion: 1 });
    equal(await archive.save(user, record, { expectVersion: 2 }), "saved");
    deepEqual(await archive.load(user), record);
  });

  promise("replaces another text of the version it was told to expect", async (archive) => {
    const user = newPerson();
    await archive.save(user, archiveRecord({ version: 2 }), { expectVersion: 1 });
    const repaired = archiveRecord({ version: 2, summary: "The store's own words." });
    equal(await archive.save(user, repaired, { expectVersion: 2 }), "saved");
    deepEqual(await archive.load(user), repaired);
  });

  promise("refuses to go back behind a version that the writer did not expect", async (archive) => {
    const user = newPerson();
    const newer = archiveRecord({ version: 3, coversThrough: 30 });
    await archive.save(user, newer, { expectVersion: 2 });
    const older = archiveRecord({ version: 2, summary: "Too late." });
    equal(await archive.save(user, older, { expectVersion: 1 }), "conflict");
    deepEqual(await archive.load(user), newer);
  });

  promise("refuses a record of an epoch that was forgotten", async (archive) => {
    const user = newPerson();
    const now = archiveRecord({ epoch: 1_764_000_000_001 });
    await archive.save(user, now, { expectVersion: 0 });
    const late = archiveRecord({ epoch: 0, version: 9, summary: "Should be gone." });
    equal(await archive.save(user, late, { expectVersion: 8 }), "forgotten");
    deepEqual(await archive.load(user), now);
  });

  promise("takes a record of a newer epoch over any version of an older one", async (archive) => {
    const user = newPerson();
    await archive.save(user, archiveRecord({ version: 7 }), { expectVersion: 6 });
    const fresh = archiveRecord({ epoch: 5, version: 1, coversThrough: 2 });
    equal(await archive.save(user, fresh, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(user), fresh);
  });

  promise("erases up to an epoch, and twice is the same as once", async (archive) => {
    const user = newPerson();
    await archive.save(user, archiveRecord({ epoch: 4 }), { expectVersion: 0 });
    await archive.erase(user, { epoch: 4 });
    equal(await archive.load(user), null);
    await archive.erase(user, { epoch: 4 });
    equal(await archive.load(user), null);
  });

  promise("keeps what is newer than the epoch to erase", async (archive) => {
    const user = newPerson();
    const fresh = archiveRecord({ epoch: 5 });
    await archive.save(user, fresh, { expectVersion: 0 });
    await archive.erase(user, { epoch: 4 });
    deepEqual(await archive.load(user), fresh);
  });

  promise("takes a first version again after an erasure", async (archive) => {
    const user = newPerson();
    await archive.save(user, archiveRecord({ version: 8 }), { expectVersion: 7 });
    await archive.erase(user, { epoch: 0 });
    const again = archiveRecord({ epoch: 1, version: 1, coversThrough: 3 });
    equal(await archive.save(user, again, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(user), again);
  });

  promise("keeps people apart, whatever their ids look like", async (archive) => {
    const prefix = randomUUID();
    const people = oddIds.map((id) => `${prefix}${id}`);
    await Promise.all(
      people.map((user, index) =>
        archive.save(user, archiveRecord({ summary: `Person ${index}.` }), { expectVersion: 0 }),
      ),
    );
    const [first = "", ...others] = people;
    await archive.erase(first, { epoch: 0 });
    equal(await archive.load(first), null);
    const summaries = await Promise.all(
      others.map(async (user) => (await archive.load(user))?.summary),
    );
    deepEqual(
      summaries,
      others.map((_, index) => `Person ${index + 1}.`),
    );
  });

  promise("brings every text back unchanged", async (archive) => {
    for (const summary of oddTexts) {
      const user = newPerson();
      await archive.save(user, archiveRecord({ summary }), { expectVersion: 0 });
      equal((await archive.load(user))?.summary, summary);
    }
  });

  promise("does nothing for a caller that has gone", async (archive) => {
    const user = newPerson();
    const signal = AbortSignal.abort();
    await rejects(archive.save(user, archiveRecord(), { expectVersion: 0, signal }));
    await rejects(archive.load(user, { signal }));
    await rejects(archive.erase(user, { epoch: 0, signal }));
    equal(await archive.load(user), null);
  });

  return cases;
}
