import { deepEqual, equal } from "node:assert/strict";
import { archiveRecord } from "../archive-record.ts";
import type { ArchiveCases } from "../contract-case.ts";

export const archiveEpochCases: ArchiveCases = {
  async "refuses a record of an epoch that was forgotten"(archive, user) {
    const now = archiveRecord({ epoch: 1_764_000_000_001 });
    await archive.save(user, now, { expectVersion: 0 });
    const late = archiveRecord({ epoch: 0, version: 9, summary: "Should be gone." });
    equal(await archive.save(user, late, { expectVersion: 8 }), "forgotten");
    deepEqual(await archive.load(user), now);
  },

  async "takes a record of a newer epoch over any version of an older one"(archive, user) {
    await archive.save(user, archiveRecord({ version: 7 }), { expectVersion: 6 });
    const fresh = archiveRecord({ epoch: 5, version: 1, coversThrough: 2 });
    equal(await archive.save(user, fresh, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(user), fresh);
  },

  async "erases up to an epoch, and twice is the same as once"(archive, user) {
    await archive.save(user, archiveRecord({ epoch: 4 }), { expectVersion: 0 });
    await archive.erase(user, { epoch: 4 });
    equal(await archive.load(user), null);
    await archive.erase(user, { epoch: 4 });
    equal(await archive.load(user), null);
  },

  async "keeps what is newer than the epoch to erase"(archive, user) {
    const fresh = archiveRecord({ epoch: 5 });
    await archive.save(user, fresh, { expectVersion: 0 });
    await archive.erase(user, { epoch: 4 });
    deepEqual(await archive.load(user), fresh);
  },

  async "takes a first version again after an erasure"(archive, user) {
    await archive.save(user, archiveRecord({ version: 8 }), { expectVersion: 7 });
    await archive.erase(user, { epoch: 0 });
    const again = archiveRecord({ epoch: 1, version: 1, coversThrough: 3 });
    equal(await archive.save(user, again, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(user), again);
  },
};
