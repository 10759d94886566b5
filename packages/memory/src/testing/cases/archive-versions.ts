import { deepEqual, equal } from "node:assert/strict";
import { archiveRecord } from "../archive-record.ts";
import type { ArchiveCases } from "../contract-case.ts";

export const archiveVersionCases: ArchiveCases = {
  async "keeps the newest of several saves"(archive, chat) {
    for (const version of [1, 2, 3]) {
      const record = archiveRecord({
        version,
        coversThrough: version * 10,
        summary: `No ${version}.`,
      });
      equal(await archive.save(chat, record, { expectVersion: version - 1 }), "saved");
    }
    deepEqual(
      await archive.load(chat),
      archiveRecord({ version: 3, coversThrough: 30, summary: "No 3." }),
    );
  },

  async "replaces another text of the version it was told to expect"(archive, chat) {
    await archive.save(chat, archiveRecord({ version: 2 }), { expectVersion: 1 });
    const repaired = archiveRecord({ version: 2, summary: "The store's own words." });
    equal(await archive.save(chat, repaired, { expectVersion: 2 }), "saved");
    deepEqual(await archive.load(chat), repaired);
  },

  async "refuses to go back behind a version that the writer did not expect"(archive, chat) {
    const newer = archiveRecord({ version: 3, coversThrough: 30 });
    await archive.save(chat, newer, { expectVersion: 2 });
    const older = archiveRecord({ version: 2, summary: "Too late." });
    equal(await archive.save(chat, older, { expectVersion: 1 }), "conflict");
    deepEqual(await archive.load(chat), newer);
  },
};
