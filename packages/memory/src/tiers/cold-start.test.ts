import { expect, it } from "vitest";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { archiveRecord, faultyArchive } from "../testing/index.ts";
import { say } from "../testing/store-kit.ts";
import { coldStart } from "./cold-start.ts";

const failureMs = 15_000;

function startCold({ maxChats = 10 } = {}) {
  let nowMs = 0;
  const store = inMemoryStore();
  const archive = faultyArchive(inMemoryArchive());
  const now = () => nowMs;
  const limits = { failureMs, maxChats };
  const cold = coldStart({ store, archive, now, emit: () => {}, ...limits });
  /** How often the archive is asked when a chat is opened now. */
  async function asks(chat: string, incarnation = ""): Promise<number> {
    const before = archive.calls.length;
    cold.startLoading(chat, incarnation);
    await cold.settled();
    return archive.calls.length - before;
  }
  const pass = (ms: number) => void (nowMs += ms);
  return { store, archive, cold, pass, asks };
}

it("asks once about a chat that the archive does not know, however slowly its person writes", async () => {
  const { cold, pass, asks } = startCold();
  expect([await asks("a"), cold.isAbsent("a", "")]).toEqual([1, true]);
  pass(23 * 3_600_000);
  expect([await asks("a", "born later"), cold.isAbsent("a", "born later")]).toEqual([0, true]);
  pass(30 * 86_400_000);
  expect([await asks("a", "born later"), cold.isAbsent("a", "born later")]).toEqual([0, true]);
});

it("asks again about a chat that began a day after it was looked for: it may be another life of it", async () => {
  const { cold, pass, asks } = startCold();
  await asks("a");
  pass(86_400_000);
  expect([cold.isAbsent("a", "born later"), await asks("a", "born later")]).toEqual([false, 1]);
});

it("asks again when the store has lost the chat, which may have got a summary elsewhere", async () => {
  const { cold, asks } = startCold();
  await asks("a");
  await asks("a", "first life");
  expect(cold.isAbsent("a", "second life")).toBe(false);
  expect(await asks("a", "second life")).toBe(1);
});

it("leaves an archive that failed alone for a while, and takes nobody for absent", async () => {
  const { archive, cold, pass, asks } = startCold();
  archive.break("load");
  expect([await asks("a"), cold.isAbsent("a", "")]).toEqual([1, false]);
  pass(failureMs - 1);
  expect(await asks("a")).toBe(0);
  pass(1);
  expect(await asks("a")).toBe(1);
});

it("takes a record from before a forget for none", async () => {
  const { store, archive, cold, asks } = startCold();
  await archive.save("a", archiveRecord({ epoch: 0 }), { expectVersion: 0 });
  await store.forget("a", "r");
  expect([await asks("a"), cold.isAbsent("a", "")]).toEqual([1, true]);
  expect((await store.begin("a", "")).summary).toBeNull();
});

it("does not take a person for absent who got a first summary meanwhile", async () => {
  const { store, cold, asks } = startCold();
  await say(store, "a", 1);
  await store.apply("a", { ...(await store.begin("a", "")), to: 1, summary: "First." });
  const { incarnation } = await store.begin("a", "");
  await asks("a", incarnation);
  expect(cold.isAbsent("a", incarnation)).toBe(false);
});

it("remembers the latest answers alone, so that it does not grow with the number of people", async () => {
  const { cold, asks } = startCold({ maxChats: 2 });
  await asks("a");
  await asks("b");
  expect([cold.isAbsent("a", ""), cold.isAbsent("b", "")]).toEqual([true, true]);
  await asks("c");
  expect(["a", "b", "c"].map((chat) => cold.isAbsent(chat, ""))).toEqual([false, true, true]);
});

it("asks the archive about sixteen chats at once at most, and about every one in the end", async () => {
  let now = 0;
  let most = 0;
  let asked = 0;
  const archive = {
    ...inMemoryArchive(),
    async load() {
      most = Math.max(most, ++now);
      asked++;
      await new Promise(setImmediate);
      now--;
      return null;
    },
  };
  const limits = { failureMs, maxChats: 2_000 };
  const store = inMemoryStore();
  const cold = coldStart({ store, archive, now: () => 0, emit: () => {}, ...limits });
  for (let chat = 0; chat < 500; chat++) cold.startLoading(String(chat), "");
  await cold.settled();
  expect([most, asked]).toEqual([16, 500]);
});

it("lets no more chats wait for the archive than it remembers answers", async () => {
  const { archive, cold } = startCold({ maxChats: 20 });
  for (let chat = 0; chat < 50; chat++) cold.startLoading(String(chat), "");
  await cold.settled();
  expect(archive.calls).toHaveLength(20);
});
