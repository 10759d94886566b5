import { deepEqual, equal } from "node:assert/strict";
import { archiveRecord } from "../archive-record.ts";
import type { ArchiveCases } from "../contract-case.ts";

export const archiveEpochCases: ArchiveCases = {
  async "refuses a record of an epoch that was forgotten"(archive, chat) {
    const now = archiveRecord({ epoch: 1_764_000_000_001 });
    await archive.save(chat, now, { expectVersion: 0 });
    const late = archiveRecord({ epoch: 0, version: 9, summary: "Should be gone." });
    equal(await archive.save(chat, late, { expectVersion: 8 }), "forgotten");
    deepEqual(await archive.load(chat), now);
  },

  async "takes a record of a newer epoch over any version of an older one"(archive, chat) {
    await archive.save(chat, archiveRecord({ version: 7 }), { expectVersion: 6 });
    const fresh = archiveRecord({ epoch: 5, version: 1, coversThrough: 2 });
    equal(await archive.save(chat, fresh, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(chat), fresh);
  },

  async "erases up to an epoch, and twice is the same as once"(archive, chat) {
    await archive.save(chat, archiveRecord({ epoch: 4 }), { expectVersion: 0 });
    await archive.erase(chat, { epoch: 4 });
    equal(await archive.load(chat), null);
    await archive.erase(chat, { epoch: 4 });
    equal(await archive.load(chat), null);
  },

  async "keeps what is newer than the epoch to erase"(archive, chat) {
    const fresh = archiveRecord({ epoch: 5 });
    await archive.save(chat, fresh, { expectVersion: 0 });
    await archive.erase(chat, { epoch: 4 });
    deepEqual(await archive.load(chat), fresh);
  },

  async "takes a first version again after an erasure"(archive, chat) {
    await archive.save(chat, archiveRecord({ version: 8 }), { expectVersion: 7 });
    await archive.erase(chat, { epoch: 0 });
    const again = archiveRecord({ epoch: 1, version: 1, coversThrough: 3 });
    equal(await archive.save(chat, again, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(chat), again);
  },
};
