import { describe, expect, it } from "vitest";
import { createMemory } from "../create-memory.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { archiveContract, cannedSummarizer, windowStoreContract } from "../testing/index.ts";
import { scopedArchive, scopedStore } from "./scope.ts";

describe("a store of one scope keeps the promises of every store", () => {
  for (const { title, run } of windowStoreContract({
    create: async (options) => scopedStore(inMemoryStore(options), "shop"),
  }))
    it(title, run);
});

describe("an archive of one scope keeps the promises of every archive", () => {
  for (const { title, run } of archiveContract({
    create: async () => scopedArchive(inMemoryArchive(), "shop"),
  }))
    it(title, run);
});

describe("two bots over one store and one archive", () => {
  const [store, archive] = [inMemoryStore(), inMemoryArchive()];
  const bot = (scope: string) =>
    createMemory({
      store,
      archive,
      scope,
      summarizer: cannedSummarizer("Anna told of her divorce."),
    });
  const [shop, therapist] = [bot("shop"), bot("therapist")];
  const say = async (memory: typeof shop, user: string) =>
    (await memory.open("42", { turnId: user })).commit({ user, assistant: "ok" });

  it("know nothing of each other's people, also when the store is lost", async () => {
    await say(therapist, "I am Anna and getting a divorce");
    expect(await therapist.summarize("42")).toMatchObject({ status: "applied" });
    await say(shop, "I want a lamp");
    expect(JSON.stringify(await shop.chat("42").show())).not.toContain("divorce");
    expect(JSON.stringify(await therapist.chat("42").show())).not.toContain("lamp");
    const anew = createMemory({ store: inMemoryStore(), archive, scope: "shop" });
    expect((await anew.chat("42").show()).summary).toBeNull();
  });

  it("list their own chats alone, by the ids that they know", async () => {
    await (await shop.open("43", { turnId: "a" })).commit({ user: "hi", assistant: "ok" });
    const { chats } = await shop.chats();
    expect(chats.map(({ chat }) => chat).toSorted()).toEqual(["42", "43"]);
    expect((await therapist.chats()).chats.map(({ chat }) => chat)).toEqual(["42"]);
  });

  it("forget for themselves alone", async () => {
    await shop.chat("42").forget({ requestId: "r" });
    expect((await therapist.chat("42").show()).summary).toContain("divorce");
  });
});

it.each(["", "a:b", "a/b", " ", "x".repeat(65)])("refuses the scope %j", (scope) => {
  expect(() => createMemory({ store: inMemoryStore(), scope })).toThrowError(
    expect.objectContaining({ code: "invalid_argument" }),
  );
});
