import { describe, expect, it } from "vitest";
import { hangingStore, start, chat } from "./memory.kit.ts";
import type { Memory } from "./memory.ts";
import type { WaitOptions } from "./wait-options.ts";

const deaf = () => new Promise<never>(() => {});

function startWithDeafArchive() {
  const { archive } = start();
  return start({
    archive: { ...archive, load: deaf, erase: deaf },
    policy: { archiveTimeoutMs: 20 },
  });
}

/** Every call that asks the store, by the method of the store that it hangs in. */
const calls: Record<
  string,
  readonly [
    Parameters<typeof hangingStore>[0],
    (memory: Memory, wait: WaitOptions) => Promise<unknown>,
  ]
> = {
  open: ["begin", (memory, wait) => memory.open(chat, { turnId: "t", ...wait })],
  commit: [
    "commit",
    async (memory, wait) =>
      (await memory.open(chat, { turnId: "t" })).commit({ user: "a", assistant: "b" }, wait),
  ],
  revise: ["begin", (memory, wait) => memory.revise(chat, { turnId: "t", editId: "e", ...wait })],
  amend: [
    "amend",
    async (memory, wait) => {
      await (await memory.open(chat, { turnId: "t" })).commit({ user: "a", assistant: "b" });
      const revision = await memory.revise(chat, { turnId: "t", editId: "e" });
      return revision.amend({ text: "c" }, wait);
    },
  ],
  show: ["begin", (memory, wait) => memory.chat(chat).show(wait)],
  forget: ["forget", (memory, wait) => memory.chat(chat).forget({ requestId: "r", ...wait })],
};

describe("a store that hangs", () => {
  for (const [title, [method, run]] of Object.entries(calls)) {
    it(`keeps \`${title}\` no longer than the policy allows`, async () => {
      const { memory } = start({ store: hangingStore(method), policy: { storeTimeoutMs: 20 } });
      await expect(run(memory, {})).rejects.toMatchObject({
        code: "store_timeout",
        retryable: true,
      });
    });

    it(`keeps \`${title}\` no longer than its caller waits`, async () => {
      const { memory } = start({ store: hangingStore(method) });
      const caller = new AbortController();
      const waiting = run(memory, { signal: caller.signal });
      const gone = new Error("the caller has gone");
      setImmediate(() => caller.abort(gone));
      await expect(waiting).rejects.toBe(gone);
    });

    it(`is not asked by \`${title}\` for a caller that has gone`, async () => {
      const { memory, store } = start();
      const before = await store.begin(chat, "");
      await expect(run(memory, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        name: "AbortError",
      });
      if (title !== "amend") expect(await store.begin(chat, "")).toEqual(before);
    });
  }

  it("defers a summary", async () => {
    for (const method of ["begin", "apply"] as const) {
      const store = hangingStore(method);
      const { memory, types } = start({ store, policy: { storeTimeoutMs: 20 } });
      if (method === "apply")
        await (await memory.open(chat, { turnId: "t" })).commit({ user: "a", assistant: "b" });
      expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
      expect(types()).toContain("store_failed");
    }
  });

  it("is told that nobody waits any more", async () => {
    const heard: (AbortSignal | undefined)[] = [];
    const store = hangingStore("begin");
    const { memory } = start({
      store: {
        ...store,
        begin(id, turnId, wait) {
          heard.push(wait?.signal);
          return store.begin(id, turnId);
        },
      },
      policy: { storeTimeoutMs: 20 },
    });
    await expect(memory.open(chat, { turnId: "t" })).rejects.toThrow("storeTimeoutMs");
    expect(heard).toMatchObject([{ aborted: true }]);
  });
});

describe("an archive that hangs, deaf to its signal", () => {
  it("defers a summary, after a while", async () => {
    const { memory, say, events } = startWithDeafArchive();
    await say(1);
    expect(await memory.summarize(chat)).toMatchObject({ status: "deferred" });
    expect(events).toContainEqual({
      type: "archive_failed",
      chat,
      call: "load",
      error: expect.objectContaining({ code: "archive_unavailable" }),
    });
  });

  it("leaves an erasure pending, and what a chat is shown unknown", async () => {
    const { memory } = startWithDeafArchive();
    const { tiers } = await memory.chat(chat).forget({ requestId: "r" });
    expect(tiers).toContainEqual({ tier: "archive", status: "pending" });
    await expect(memory.chat(chat).show()).rejects.toMatchObject({ code: "archive_unavailable" });
  });

  it("holds nobody who waits for the background work", async () => {
    const { memory } = startWithDeafArchive();
    expect((await memory.open(chat, { turnId: "t" })).degraded).toEqual(["summary_cold"]);
    await memory.settled();
  });
});
