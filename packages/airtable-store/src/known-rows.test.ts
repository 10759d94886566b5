import { createMemory, inMemoryStore } from "@tgmem/memory";
import { cannedSummarizer } from "@tgmem/memory/testing";
import type { AirtableServer } from "@tgmem/airtable-test-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manualClock, startArchiveServer } from "./archive.kit.ts";
import { airtableArchive, type AirtableArchiveOptions } from "./index.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** So few that nothing is left for looks: each save spends more than a month has. */
const none = { callsPerMonth: 0.001 };

let server: AirtableServer;
let clock: ReturnType<typeof manualClock>;
beforeEach(async () => {
  clock = manualClock();
  server = await startArchiveServer({ now: clock.now });
});
afterEach(() => server.close());

/** A memory that talks to people, over a store that other processes share. */
function start(options: Partial<AirtableArchiveOptions> = {}, store = inMemoryStore()) {
  const archive = airtableArchive({ ...server, ...clock, ...options });
  const summarizer = cannedSummarizer();
  const memory = createMemory({ store, archive, summarizer, now: clock.now });
  let said = 0;
  async function say(chat: string) {
    for (let n = 0; n < 10; n++) {
      const turn = await memory.open(chat, { turnId: `${chat}:${said++}:${Math.random()}` });
      await turn.commit({ user: `said ${said}`, assistant: "Oh." });
      await memory.settled();
    }
  }
  /** Ten messages and the summary of them, some hours later. */
  async function live(chat: string) {
    clock.advance(3 * hourMs);
    await say(chat);
    return memory.summarize(chat);
  }
  return { archive, memory, summarizer, store, say, live };
}

const dataCalls = () => server.journal.filter(({ path }) => !path.startsWith("/meta"));
async function callsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = dataCalls().length;
  await work();
  return dataCalls()
    .slice(before)
    .map(({ method }) => method);
}
const rowOf = (chat: string) =>
  server.rows().find(({ fields }) => String(fields["TelegramID"]) === chat);

/** Changes the table past the archive, as a person does. */
async function byHand(method: "PATCH" | "DELETE", chat: string, fields?: object): Promise<void> {
  const row = `${server.table}/${rowOf(chat)?.id ?? "none"}`;
  const response = await fetch(`${server.endpointUrl}/v0/${server.baseId}/${row}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" },
    ...(fields && { body: JSON.stringify({ fields }) }),
  });
  expect(response.status).toBe(200);
}

describe("a summary of somebody who has one", () => {
  it("takes two calls while the month has calls to spare: a look for edits, and the write", async () => {
    const { live } = start({ callsPerMonth: 100_000 });
    await live("42");
    expect(await callsOf(() => live("42"))).toEqual(["POST", "PATCH"]);
  });

  it("takes one call when it has none, also in a process that has never seen the row", async () => {
    const { live, store } = start(none);
    await live("42");
    await live("42");
    expect(await callsOf(() => live("42"))).toEqual(["PATCH"]);
    const other = start(none, store);
    await other.live("1");
    expect(await callsOf(() => other.live("42"))).toEqual(["PATCH"]);
    expect(server.rows()).toHaveLength(2);
    expect(rowOf("42")?.fields).toMatchObject({ Version: 4, CoversThrough: 40 });
  });

  it("takes one call in seven when a hundred are made at once", async () => {
    const { memory, say } = start({ ...none, rate: 1_000 });
    const people = Array.from({ length: 100 }, (_, n) => String(1_000 + n));
    const all = async () => {
      for (const chat of people) await say(chat);
      await Promise.all(people.map((chat) => memory.summarize(chat)));
    };
    await all();
    expect((await callsOf(all)).length).toBeLessThanOrEqual(15);
    expect(server.rows().every(({ fields }) => fields["Version"] === 2)).toBe(true);
  });
});

it("a newcomer takes one look however slowly they write, and the first summary one write", async () => {
  const { memory, live } = start(none);
  await live("1");
  const calls = await callsOf(async () => {
    for (let n = 0; n < 9; n++) {
      clock.advance(2 * hourMs);
      const turn = await memory.open("42", { turnId: `slow${n}` });
      await turn.commit({ user: `said ${n}`, assistant: "Oh." });
      await memory.settled();
    }
    await memory.summarize("42");
  });
  expect(calls).toEqual(["POST", "PATCH"]);
});

describe("an edit by hand", () => {
  it("wins over the next summary while the month has calls to spare", async () => {
    const { live, summarizer } = start();
    await live("42");
    await byHand("PATCH", "42", { Summary: "She is called Anna." });
    expect(await live("42")).toMatchObject({ status: "applied", version: 2 });
    expect(summarizer.inputs.at(-1)?.previous).toBe("She is called Anna.");
  });

  it("wins when it has none, once the daily look has seen it, which is one for everybody", async () => {
    const { live, summarizer } = start(none);
    for (const chat of ["42", "43", "44"]) await live(chat);
    await live("44");
    await byHand("PATCH", "42", { Summary: "She is called Anna." });
    clock.advance(dayMs);
    await live("43");
    await live("42");
    expect(summarizer.inputs.at(-1)?.previous).toBe("She is called Anna.");
  });

  it("is not undone by a process that remembers the text before it", async () => {
    const one = start(none);
    await one.live("42");
    await one.live("42");
    await byHand("PATCH", "42", { Summary: "She is called Anna." });
    const other = start({}, one.store);
    await other.live("42");
    expect(other.summarizer.inputs.at(-1)?.previous).toBe("She is called Anna.");
    await byHand("PATCH", "42", { Summary: "She is called Bella." });
    await other.memory.summarize("42");
    await one.live("42");
    expect(one.summarizer.inputs.at(-1)?.previous).toBe("She is called Bella.");
  });
});

describe("a row that was deleted by hand", () => {
  it.each([
    ["knows the row", true],
    ["has never seen it", false],
  ])("is not written again without a look by a process that %s", async (_, isSame) => {
    const first = start(none);
    await first.live("1");
    await first.live("42");
    const then = isSame ? first : start(none, first.store);
    await then.live("1");
    await byHand("DELETE", "42");
    expect(await then.live("42")).toEqual({ status: "conflict" });
    expect(rowOf("42")).toBeUndefined();
    expect(await then.live("42")).toMatchObject({ status: "deferred" });
    clock.advance(hourMs);
    expect(await then.memory.summarize("42")).toEqual({ status: "forgotten" });
  });
});

const record = (version: number) => ({
  summary: `No ${version}.`,
  version,
  coversThrough: version * 10,
  epoch: 0,
  incarnation: "i",
  updatedAtMs: 1_764_000_000_000,
});

describe("a save that follows a load", () => {
  it("writes without a second look, once", async () => {
    const { archive } = start();
    await archive.load("42");
    const saves = [1, 2].map(
      (version) => () => archive.save("42", record(version), { expectVersion: version - 1 }),
    );
    expect(await callsOf(saves[0]!)).toEqual(["PATCH"]);
    expect(await callsOf(saves[1]!)).toEqual(["POST", "PATCH"]);
  });

  it("tells saves that wait together apart, by a look", async () => {
    const { archive } = start();
    await archive.save("42", record(3), { expectVersion: 2 });
    await archive.load("42");
    const saves = [
      archive.save("42", record(4), { expectVersion: 3 }),
      archive.save("42", record(2), { expectVersion: 1 }),
    ];
    expect(await Promise.all(saves)).toEqual(["saved", "conflict"]);
  });

  it.each(["forbidden", "bare_404", "row_does_not_exist"] as const)(
    "makes the row anew that somebody deleted in between, answered with %s",
    async (fault) => {
      const { archive } = start();
      await archive.save("42", record(1), { expectVersion: 0 });
      await archive.load("42");
      const { id } = rowOf("42")!;
      await byHand("DELETE", "42");
      if (fault !== "row_does_not_exist")
        server.fail(fault, { when: ({ body }) => JSON.stringify(body ?? "").includes(id) });
      expect(await archive.save("42", record(2), { expectVersion: 1 })).toBe("saved");
      expect(server.rows()).toHaveLength(1);
    },
  );

  it("tells a token that may only read at once", async () => {
    const { archive } = start();
    await archive.save("42", record(1), { expectVersion: 0 });
    await archive.load("42");
    server.fail("forbidden", { times: Infinity, when: ({ method }) => method === "PATCH" });
    const calls = await callsOf(() =>
      expect(archive.save("42", record(2), { expectVersion: 1 })).rejects.toMatchObject({
        code: "forbidden",
      }),
    );
    expect(calls).toEqual(["PATCH", "POST", "PATCH"]);
  });

  it("looks again when the load is long ago", async () => {
    const { archive } = start();
    await archive.load("42");
    clock.advance(hourMs);
    const save = () => archive.save("42", record(1), { expectVersion: 0 });
    expect(await callsOf(save)).toEqual(["POST", "PATCH"]);
  });

  it("looks before it refuses", async () => {
    const { archive } = start();
    await archive.save("42", record(3), { expectVersion: 2 });
    await archive.load("42");
    await byHand("DELETE", "42");
    expect(await archive.save("42", record(1), { expectVersion: 0 })).toBe("saved");
  });
});
