import { deepEqual, equal, rejects } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { archiveRecord } from "../archive-record.ts";
import { type ArchiveCases, newPerson } from "../contract-case.ts";
import { oddIds, oddTexts } from "../odd-data.ts";

export const archiveRecordCases: ArchiveCases = {
  async "knows nothing of somebody new"(archive, user) {
    equal(await archive.load(user), null);
  },

  async "gives back what it saved, all of it"(archive, user) {
    const record = archiveRecord();
    equal(await archive.save(user, record, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(user), record);
  },

  async "may be told the same twice"(archive, user) {
    const record = archiveRecord({ version: 2 });
    await archive.save(user, record, { expectVersion: 1 });
    equal(await archive.save(user, record, { expectVersion: 2 }), "saved");
    deepEqual(await archive.load(user), record);
  },

  async "keeps people apart, whatever their ids look like"(archive) {
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
  },

  async "brings every text back unchanged"(archive) {
    for (const summary of oddTexts) {
      const user = newPerson();
      await archive.save(user, archiveRecord({ summary }), { expectVersion: 0 });
      equal((await archive.load(user))?.summary, summary);
    }
  },

  async "does nothing for a caller that has gone"(archive, user) {
    const signal = AbortSignal.abort();
    await rejects(archive.save(user, archiveRecord(), { expectVersion: 0, signal }));
    await rejects(archive.load(user, { signal }));
    await rejects(archive.erase(user, { epoch: 0, signal }));
    equal(await archive.load(user), null);
  },
};
