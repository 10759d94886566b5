import { deepEqual, equal, rejects } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { ArchiveRecord } from "../../archive.ts";
import { archiveRecord } from "../archive-record.ts";
import { type ArchiveCases, newChat } from "../contract-case.ts";
import { oddIds, oddTexts } from "../odd-data.ts";

export const archiveRecordCases: ArchiveCases = {
  async "knows nothing of a new chat"(archive, chat) {
    equal(await archive.load(chat), null);
  },

  async "gives back what it saved, all of it"(archive, chat) {
    const record = archiveRecord();
    equal(await archive.save(chat, record, { expectVersion: 0 }), "saved");
    deepEqual(await archive.load(chat), record);
  },

  async "may be told the same twice"(archive, chat) {
    const record = archiveRecord({ version: 2 });
    await archive.save(chat, record, { expectVersion: 1 });
    equal(await archive.save(chat, record, { expectVersion: 2 }), "saved");
    deepEqual(await archive.load(chat), record);
  },

  async "keeps chats apart, whatever their ids look like"(archive) {
    const prefix = randomUUID();
    const chats = oddIds.map((id) => `${prefix}${id}`);
    await Promise.all(
      chats.map((chat, index) =>
        archive.save(chat, archiveRecord({ summary: `Chat ${index}.` }), { expectVersion: 0 }),
      ),
    );
    const [first = "", ...others] = chats;
    await archive.erase(first, { epoch: 0 });
    equal(await archive.load(first), null);
    const summaries = await Promise.all(
      others.map(async (chat) => (await archive.load(chat))?.summary),
    );
    deepEqual(
      summaries,
      others.map((_, index) => `Chat ${index + 1}.`),
    );
  },

  async "lists every record, if it lists any"(archive) {
    if (!archive.records) return;
    const saved = new Map(
      Array.from({ length: 120 }, (_, n) => [newChat(), archiveRecord({ summary: `Chat ${n}.` })]),
    );
    await Promise.all(
      [...saved].map(([chat, record]) => archive.save(chat, record, { expectVersion: 0 })),
    );
    const listed = new Map<string, ArchiveRecord>();
    for await (const part of archive.records())
      for (const { chat, record } of part) if (saved.has(chat)) listed.set(chat, record);
    deepEqual(
      [...saved.keys()].map((chat) => listed.get(chat)),
      [...saved.values()],
    );
  },

  async "brings every text back unchanged"(archive) {
    for (const summary of oddTexts) {
      const chat = newChat();
      await archive.save(chat, archiveRecord({ summary }), { expectVersion: 0 });
      equal((await archive.load(chat))?.summary, summary);
    }
  },

  async "does nothing for a caller that has gone"(archive, chat) {
    const signal = AbortSignal.abort();
    await rejects(archive.save(chat, archiveRecord(), { expectVersion: 0, signal }));
    await rejects(archive.load(chat, { signal }));
    await rejects(archive.erase(chat, { epoch: 0, signal }));
    equal(await archive.load(chat), null);
  },
};
