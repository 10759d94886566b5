import { describe, expect, it } from "vitest";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { chat, start } from "../memory.kit.ts";
import { archiveRecord } from "../testing/index.ts";

/** An archive whose saves wait until a test lets them land, deaf to their deadline. */
function slowArchive() {
  const archive = inMemoryArchive();
  const { promise: landing, resolve: land } = Promise.withResolvers<void>();
  return {
    land,
    archive: {
      ...archive,
      async save(id: string, record: Parameters<typeof archive.save>[1], expectVersion: number) {
        await landing;
        return archive.save(id, record, { expectVersion });
      },
    },
  };
}

describe("what reaches the archive after a forget", () => {
  it("goes again when it is a save that this process had given up", async () => {
    const { archive, land } = slowArchive();
    let landed = false;
    const { memory, say } = start({
      archive: {
        ...archive,
        async save(id, record, { expectVersion }) {
          const saved = await archive.save(id, record, expectVersion);
          landed = (await archive.load(id)) !== null;
          return saved;
        },
      },
      policy: { archiveTimeoutMs: 20 },
    });
    await say(10);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    await memory.chat(chat).forget({ requestId: "r" });
    land();
    await expect.poll(() => landed).toBe(true);
    await expect.poll(() => archive.load(chat)).toBeNull();
  });

  it("stays when it is of the life after it", async () => {
    const { archive, land } = slowArchive();
    const { memory, say } = start({
      archive: {
        ...archive,
        save: (id, record, { expectVersion }) => archive.save(id, record, expectVersion),
      },
      policy: { archiveTimeoutMs: 20 },
    });
    await memory.chat(chat).forget({ requestId: "r" });
    await say(10);
    await memory.summarize(chat);
    land();
    await expect.poll(() => archive.load(chat)).not.toBeNull();
    await memory.settled();
    expect(await archive.load(chat)).not.toBeNull();
  });

  it("goes with the repeated request when the worker that saved it has died", async () => {
    const { memory, archive, store, say, pass } = start();
    await say(10);
    const before = await store.begin(chat, "");
    const first = await memory.chat(chat).forget({ requestId: "r" });
    expect(first.repeatAfterMs).toBeGreaterThan(0);
    await archive.save(chat, archiveRecord({ epoch: before.epoch }), { expectVersion: 0 });
    pass(first.repeatAfterMs);
    const again = await memory.chat(chat).forget({ requestId: "r" });
    expect(await archive.load(chat)).toBeNull();
    expect(again).toMatchObject({ epoch: first.epoch, unchanged: true });
  });
});

describe("a receipt", () => {
  it("says until when a dead worker's save may come: as long as its calls could take", async () => {
    const { memory, pass } = start({ policy: { storeTimeoutMs: 1_000, archiveTimeoutMs: 4_000 } });
    const first = await memory.chat(chat).forget({ requestId: "r" });
    expect(first.repeatAfterMs).toBeGreaterThan(5_000);
    expect(first.repeatAfterMs).toBeLessThanOrEqual(10_000);
    pass(10_000);
    const again = await memory.chat(chat).forget({ requestId: "r" });
    expect(again.repeatAfterMs).toBe(0);
  });

  it("needs no repetition without an archive", async () => {
    const { memory } = start({ archive: undefined });
    expect(await memory.chat(chat).forget({ requestId: "r" })).toMatchObject({
      repeatAfterMs: 0,
      tiers: [{ tier: "store", status: "erased" }],
    });
  });

  it("does not claim an erasure for a request that was done before", async () => {
    const { memory, say } = start();
    const first = await memory.chat(chat).forget({ requestId: "r" });
    expect(first.unchanged).toBe(false);
    await say(3);
    const again = await memory.chat(chat).forget({ requestId: "r" });
    expect(again).toMatchObject({ epoch: first.epoch, unchanged: true });
    expect((await memory.chat(chat).show()).turns).toHaveLength(3);
  });

  it.each([
    ["pending", new Error("503")],
    ["failed", Object.assign(new Error("no permission"), { retryable: false })],
  ])("says %s of an archive by what it says of itself", async (status, error) => {
    const archive = { ...inMemoryArchive(), erase: () => Promise.reject(error) };
    const { tiers } = await start({ archive }).memory.chat(chat).forget({ requestId: "r" });
    expect(tiers).toEqual([
      { tier: "store", status: "erased" },
      { tier: "archive", status },
    ]);
  });
});

it("a clock that went back after the store was lost keeps nothing that the archive has", async () => {
  let nowMs = 5_000;
  const clock = { now: () => nowMs };
  const before = start({ store: inMemoryStore(clock) });
  await before.memory.chat(chat).forget({ requestId: "first" });
  await before.say(10);
  await before.memory.summarize(chat);
  nowMs = 1_000;
  const { archive } = before;
  const { memory } = start({ store: inMemoryStore(clock), archive });
  const result = await memory.chat(chat).forget({ requestId: "second" });
  expect(result.epoch).toBeGreaterThan(5_000);
  expect(await archive.load(chat)).toBeNull();
  expect((await memory.chat(chat).show()).summary).toBeNull();
});
