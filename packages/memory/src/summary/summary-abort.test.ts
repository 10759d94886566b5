import { expect, it } from "vitest";
import type { SummaryArchive } from "../archive.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { start, chat } from "../memory.kit.ts";
import { archiveRecord, cannedSummarizer } from "../testing/index.ts";

interface Bot extends Pick<ReturnType<typeof start>, "memory" | "store" | "say"> {
  readonly archive: SummaryArchive;
}

/** Runs a job whose call number `at` hangs, and whose caller gives up then; tells what hung, and why it was given up. */
async function giveUpAt(at: number, prepare: (bot: Bot) => Promise<unknown>) {
  const gone = new Error("the caller has gone");
  const caller = new AbortController();
  let calls = 0;
  let hung: { readonly call: string; readonly signal: AbortSignal } | undefined;

  function hanging<T extends object>(port: T): T {
    return new Proxy(port, {
      get(target, call) {
        const method: unknown = Reflect.get(target, call);
        if (typeof method !== "function") return method;
        return (...given: readonly { readonly signal: AbortSignal }[]) => {
          if (++calls !== at) return Reflect.apply(method, target, given);
          hung = { call: String(call), signal: given.at(-1)!.signal };
          caller.abort(gone);
          return new Promise<never>(() => {});
        };
      },
    });
  }

  const store = inMemoryStore();
  const archive = inMemoryArchive();
  await prepare({ ...start({ store, archive }), store, archive });
  const { memory } = start({
    store: hanging(store),
    archive: hanging(archive),
    summarizer: hanging(cannedSummarizer()),
    policy: { storeTimeoutMs: 20, archiveTimeoutMs: 20, summarizerTimeoutMs: 20 },
  });
  const { status } = await memory.summarize(chat, { signal: caller.signal });
  return hung && { call: hung.call, isCallers: hung.signal.reason === gone, status };
}

const cases: readonly {
  readonly job: string;
  readonly prepare: (bot: Bot) => Promise<unknown>;
  readonly calls: readonly string[];
}[] = [
  {
    job: "makes a summary",
    prepare: ({ say }) => say(2),
    calls: ["begin", "load", "summarize", "begin", "save", "apply"],
  },
  {
    job: "takes over what a dead worker saved",
    async prepare({ store, archive, say }) {
      await say(2);
      const { incarnation } = await store.begin(chat, "");
      const record = archiveRecord({ incarnation, coversThrough: 2 });
      await archive.save(chat, record, { expectVersion: 0 });
    },
    calls: ["begin", "load", "apply", "begin"],
  },
  {
    job: "gives an empty store its summary back",
    prepare: ({ archive }) => archive.save(chat, archiveRecord(), { expectVersion: 0 }),
    calls: ["begin", "load", "hydrate", "begin"],
  },
  {
    job: "repairs an archive that lost its record",
    async prepare({ memory, archive, say }) {
      await say(2);
      await memory.summarize(chat);
      await archive.erase(chat, { epoch: 0 });
    },
    calls: ["begin", "load", "save"],
  },
  {
    job: "erases what was saved after a forget",
    async prepare({ store, archive }) {
      await store.forget(chat, "r");
      await archive.save(chat, archiveRecord(), { expectVersion: 0 });
    },
    calls: ["begin", "load", "erase"],
  },
];

for (const { job, prepare, calls } of cases) {
  it(`a job that ${job} lets its caller go, whatever it waits for`, async () => {
    for (const [index, call] of calls.entries())
      expect(await giveUpAt(index + 1, prepare)).toEqual({
        call,
        isCallers: true,
        status: "deferred",
      });
  });
}

it("a job that has made its summary says so to a caller that goes before the look at what came meanwhile", async () => {
  const [made] = cases;
  const last = await giveUpAt(made!.calls.length + 1, made!.prepare);
  expect(last).toEqual({ call: "begin", isCallers: true, status: "applied" });
});
