import type { SummaryArchive } from "@tgmem/memory";
import { archiveContract } from "@tgmem/memory/testing";
import { afterAll, describe, expect, it } from "vitest";
import { airtableArchive } from "./index.ts";
import { startArchiveServer } from "./archive.kit.ts";

const text = await startArchiveServer();
const numbers = await startArchiveServer({
  fields: text
    .fields()
    .map((field) =>
      field.name === "TelegramID"
        ? { name: "TelegramID", type: "number", options: { precision: 0 } }
        : field,
    ),
});
const unseen = await startArchiveServer({ schemaScope: false });
afterAll(() => Promise.all([text.close(), numbers.close(), unseen.close()]));

/** The contract's people have any names, and a column of numbers holds none of them. */
function numbered(archive: SummaryArchive): SummaryArchive {
  const ids = new Map<string, string>();
  const idOf = (user: string) => {
    const id = ids.get(user) ?? String(1_000_000 + Math.floor(Math.random() * 1e14));
    ids.set(user, id);
    return id;
  };
  return {
    load: async (user, options) => archive.load(idOf(user), options),
    save: async (user, record, options) => archive.save(idOf(user), record, options),
    erase: async (user, options) => archive.erase(idOf(user), options),
  };
}

describe.each([
  ["with a text key", text],
  ["with a number key", numbers],
  ["with a token that may not read the schema", unseen],
])("the archive in Airtable, %s", (_, fake) => {
  const contract = archiveContract({
    create: async () => {
      const archive = airtableArchive({ ...fake, rate: 10_000 });
      return fake === numbers ? numbered(archive) : archive;
    },
  });
  it.each(contract)("$title", ({ run }) => run());
});

it("fails the contract when it loses what was erased only in part", async () => {
  const archive = airtableArchive({ ...text, rate: 10_000 });
  const broken: SummaryArchive = { ...numbered(archive), erase: async () => {} };
  const contract = archiveContract({ create: async () => broken });
  const results = await Promise.allSettled(contract.map(({ run }) => run()));
  expect(results.some(({ status }) => status === "rejected")).toBe(true);
});
