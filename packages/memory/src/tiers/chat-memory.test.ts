import { expect, it } from "vitest";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";
import { archiveRecord } from "../testing/index.ts";

const gone = new Error("the caller has gone");

it("lets the caller of `show` go wherever it waits, with the caller's own reason", async () => {
  for (const at of ["load", "hydrate", "begin"] as const) {
    const caller = new AbortController();
    const store = inMemoryStore();
    const archive = inMemoryArchive();
    await archive.save(chat, archiveRecord(), { expectVersion: 0 });
    let begins = 0;
    function hang() {
      caller.abort(gone);
      return new Promise<never>(() => {});
    }
    const { memory } = start({
      store: {
        ...store,
        ...(at === "hydrate" && { hydrate: hang }),
        begin: (id, turnId) =>
          at === "begin" && ++begins === 2 ? hang() : store.begin(id, turnId),
      },
      archive: { ...archive, ...(at === "load" && { load: hang }) },
    });
    await expect(memory.chat(chat).show({ signal: caller.signal })).rejects.toBe(gone);
  }
});

it("leaves the archive pending when the caller of `forget` goes after the store was erased", async () => {
  const caller = new AbortController();
  let heard: AbortSignal | undefined;
  const { memory } = start({
    archive: {
      ...inMemoryArchive(),
      erase(_user, { signal }) {
        heard = signal;
        caller.abort(gone);
        return new Promise<never>(() => {});
      },
    },
    policy: { archiveTimeoutMs: 20 },
  });
  const { tiers } = await memory.chat(chat).forget({ requestId: "r", signal: caller.signal });
  expect(tiers).toEqual([
    { tier: "store", status: "erased" },
    { tier: "archive", status: "pending" },
  ]);
  expect(heard?.reason).toBe(gone);
});

it("tells what a forget has erased", async () => {
  const { memory, events } = start();
  const result = await memory.chat(chat).forget({ requestId: "r" });
  expect(events).toEqual([{ type: "forgotten", chat, result }]);
});

it("says why what is remembered cannot be shown", async () => {
  const { memory, archive } = start();
  archive.break("load");
  await expect(memory.chat(chat).show()).rejects.toMatchObject({
    code: "archive_unavailable",
    cause: {
      name: "ArchiveFailure",
      cause: { message: "The archive was told to fail at `load`." },
    },
  });
});

it("needs a request that has an id", async () => {
  const { memory, say } = start();
  await say(1);
  await expect(memory.chat(chat).forget({ requestId: "" })).rejects.toMatchObject({
    code: "invalid_argument",
  });
  expect((await memory.chat(chat).show()).turns).toHaveLength(1);
});
