import { createMemory, inMemoryStore } from "@tgmem/memory";
import { cannedSummarizer } from "@tgmem/memory/testing";
import { afterAll, expect, it } from "vitest";
import { startArchiveServer } from "./archive.kit.ts";
import { airtableArchive } from "./index.ts";

const server = await startArchiveServer({ perSecond: 1_000 });
afterAll(() => server.close());

const store = inMemoryStore();

/** A memory over the one store, and over this table of the server. */
function memoryOver(table: string) {
  const { token, baseId, endpointUrl } = server;
  const archive = airtableArchive({ token, baseId, endpointUrl, table, rate: 1_000 });
  let passedMs = 0;
  const now = () => Date.now() + passedMs;
  const memory = createMemory({ store, archive, summarizer: cannedSummarizer(), now });
  async function say(chat: string, count: number, prefix = "t") {
    for (let n = 1; n <= count; n++) {
      const turn = await memory.open(chat, { turnId: `${prefix}${n}` });
      await turn.commit({ user: `said ${prefix}${n}`, assistant: `answered ${prefix}${n}` });
    }
  }
  return { memory, archive, say, pass: (ms: number) => void (passedMs += ms) };
}

/** Deletes the row as a person does it, past the archive. */
async function deleteRow(chat: string): Promise<void> {
  const row = server.rows().find(({ fields }) => String(fields["TelegramID"]) === chat);
  const path = `${server.baseId}/${server.table}/${row?.id ?? "none"}`;
  const response = await fetch(`${server.endpointUrl}/v0/${path}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${server.token}` },
  });
  expect(response.status).toBe(200);
}

it("a row that somebody deletes is a forget, and the person next to it keeps theirs", async () => {
  const { memory, archive, say, pass } = memoryOver(server.table);
  for (const chat of ["42", "43"]) {
    await say(chat, 10);
    expect(await memory.summarize(chat)).toMatchObject({ status: "applied" });
    await say(chat, 10, "u");
  }
  await deleteRow("42");
  expect(await memory.summarize("42")).toMatchObject({ status: "deferred" });
  pass(3_600_000);
  expect(await memory.summarize("42")).toEqual({ status: "forgotten" });
  expect(await memory.summarize("43")).toMatchObject({ status: "applied", version: 2 });
  expect(await memory.chat("42").show()).toMatchObject({ summary: null, turns: [] });
  expect(server.rows().map(({ fields }) => fields["TelegramID"])).toEqual(["43"]);
  await archive.close();
});

it("an archive is told from every other one by its base and its table", () => {
  const { token, baseId, endpointUrl } = server;
  const idOf = (base: string, table?: string) =>
    airtableArchive({ token, baseId: base, endpointUrl, ...(table && { table }) }).id;
  expect(idOf(baseId)).toBe(idOf(baseId, "Memory"));
  expect(new Set([idOf(baseId), idOf(baseId, "Other"), idOf("appOther")]).size).toBe(3);
});
