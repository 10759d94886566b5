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

function bots() {
  const [store, archive] = [inMemoryStore(), inMemoryArchive()];
  const summarizer = cannedSummarizer("Anna told of her divorce.");
  const bot = (scope: string) => createMemory({ store, archive, scope, summarizer });
  return { archive, shop: bot("shop"), therapist: bot("therapist") };
}
type Bot = ReturnType<typeof bots>["shop"];
const idsOf = async (memory: Bot) => (await memory.chats()).chats.map(({ chat }) => chat);
const say = async (memory: Bot, chat: string, user: string) =>
  (await memory.open(chat, { turnId: user })).commit({ user, assistant: "ok" });
const confess = async (memory: Bot) => {
  await say(memory, "42", "I am Anna and getting a divorce");
  expect(await memory.summarize("42")).toMatchObject({ status: "applied" });
};

describe("two bots over one store and one archive", () => {
  it("know nothing of each other's people, also when the store is lost", async () => {
    const { archive, shop, therapist } = bots();
    await confess(therapist);
    await say(shop, "42", "I want a lamp");
    expect(JSON.stringify(await shop.chat("42").show())).not.toContain("divorce");
    expect(JSON.stringify(await therapist.chat("42").show())).not.toContain("lamp");
    const anew = createMemory({ store: inMemoryStore(), archive, scope: "shop" });
    expect((await anew.chat("42").show()).summary).toBeNull();
  });

  it("list their own chats alone, by the ids that they know", async () => {
    const { shop, therapist } = bots();
    for (const chat of ["42", "43"]) await say(shop, chat, "hi");
    await say(therapist, "42", "hi");
    expect((await idsOf(shop)).toSorted()).toEqual(["42", "43"]);
    expect(await idsOf(therapist)).toEqual(["42"]);
  });

  it("forget for themselves alone", async () => {
    const { shop, therapist } = bots();
    await confess(therapist);
    await say(shop, "42", "I want a lamp");
    await shop.chat("42").forget({ requestId: "r" });
    expect((await therapist.chat("42").show()).summary).toContain("divorce");
  });
});

it.each(["", "a:b", "a/b", " ", "x".repeat(65)])("refuses the scope %j", (scope) => {
  expect(() => createMemory({ store: inMemoryStore(), scope })).toThrowError(
    expect.objectContaining({ code: "invalid_argument" }),
  );
});
