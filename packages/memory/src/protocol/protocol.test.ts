import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import type { ArchiveRecord } from "../archive.ts";
import { heal } from "../tiers/heal.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { redisStore } from "../redis/index.ts";
import { openSqlite, sqliteStore } from "../sqlite/index.ts";
import type { Amendment, Begun, WindowStore } from "../store.ts";
import { type SummaryJob, summaryJobs } from "../summary/summary-job.ts";

const limits = { window: 5, cap: 12 };
const namespace = randomPrefix();
const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const db = openSqlite(":memory:");
afterAll(async () => {
  if (server.missing) return redis.disconnect();
  const keys = await redis.keys(`{${namespace}:*`);
  if (keys.length > 0) await redis.unlink(...keys);
  redis.disconnect();
  db.close();
});

type How = "ok" | "fail" | "crash" | "raced" | "raced_crash";
type Operation =
  | { readonly kind: "turn" | "open"; readonly id: number }
  | { readonly kind: "close" | "amend"; readonly pick: number }
  | { readonly kind: "revise"; readonly pick: number; readonly id: number }
  | { readonly kind: "start" | "hydrate" | "lose" | "forget" | "erase" }
  | {
      readonly kind: "finish";
      readonly pick: number;
      readonly how: How;
    };

const kind = <K extends string>(value: K) => fc.constant(value);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: kind("turn"), id: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("open"), id: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("close"), pick: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: kind("revise"), pick: fc.nat(2), id: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ kind: kind("amend"), pick: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: kind("start") }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind("finish"),
      pick: fc.nat(3),
      how: fc.constantFrom<How[]>("ok", "ok", "fail", "crash", "raced", "raced_crash"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("hydrate") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("lose") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("forget") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("erase") }) },
);

/** The number of a turn stays when its text is edited: `7`, `7 e1`, … */
const numberOf = ({ user }: { readonly user: string }) => Number.parseInt(user, 10);
/** A summary that is the list of the turns it covers. */
const listOf = (summary: string | null | undefined): readonly number[] =>
  (summary ?? "").split(" ").filter(Boolean).map(Number);
const pendingOf = (state: Begun) =>
  state.turns.filter(({ seq }) => seq > state.watermark).map(numberOf);

function fail(what: string, detail: unknown): never {
  throw new Error(`${what}: ${JSON.stringify(detail)}`);
}

/** Each turn at most once, and in the order of the commits. */
function assertIncreasing(what: string, turns: readonly number[]): void {
  if (turns.some((turn, at) => at > 0 && turn <= (turns[at - 1] ?? 0))) fail(what, turns);
}

interface Subject {
  readonly store: WindowStore;
  /** Loses the state of a person, but not the epoch. Absent = this store cannot lose it alone. */
  readonly lose?: (user: string) => Promise<void>;
}

const died = new Error("the worker died");
const dying = <T extends { readonly store: WindowStore }>(parts: T): T => ({
  ...parts,
  store: { ...parts.store, apply: () => Promise.reject(died) },
});

let users = 0;

/** Runs operations in any order against a store, beside a model of what must be remembered. */
async function run(
  { store, lose }: Subject,
  operations: readonly Operation[],
  seen: Map<string, number>,
) {
  const user = `person-${users++}`;
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const archive = inMemoryArchive();
  const tiers = { store, archive, now: () => 1, emit: () => {} };
  const jobs: (SummaryJob & { readonly output: string })[] = [];
  let erasures: number[] = [];
  const open: { id: string; epoch: number }[] = [];
  let { epoch } = await store.begin(user, "");
  let clock = 0;
  let life = 0;
  let local = 0;
  let truth: number[] = [];
  let excused = new Set<number | undefined>();
  const ids = new Set<string>();
  /** What each turn says now, and edits that were read and not yet written. */
  const says = new Map<number, string>();
  const edits: Amendment[] = [];
  const applied = new Set<string>();
  let raced = false;

  const read = () => store.begin(user, "");
  const archived = async () => {
    const record = await archive.load(user);
    return record?.epoch === epoch ? listOf(record.summary) : [];
  };

  async function commit(turnId: string, begunIn: number): Promise<void> {
    const [oldest] = pendingOf(await read());
    const text = String(clock + 1);
    const result = await store.commit(user, {
      turnId,
      user: text,
      assistant: text,
      epoch: begunIn,
    });
    count(result.status);
    if ((begunIn !== epoch) !== (result.status === "forgotten")) fail("forget fence", result);
    if (result.status === "forgotten") return;
    if (ids.has(turnId) !== (result.status === "duplicate"))
      fail("idempotence", { turnId, result });
    if (result.status === "duplicate") return;
    ids.add(turnId);
    truth.push(++clock);
    says.set(clock, text);
    if (result.seq !== ++local) fail("gap in seq", result);
    if (result.dropped > 0) excused.add(oldest);
  }

  async function amend(change: Amendment): Promise<void> {
    const kept = (await read()).turns.find(({ seq }) => seq === change.seq);
    const done = await store.amend(user, change);
    count(`amend ${done}`);
    if ((change.epoch !== epoch) !== (done === "forgotten")) fail("forget fence", { change, done });
    if (done === "forgotten") return;
    if (applied.has(change.editId) !== (done === "duplicate")) fail("edited twice", change);
    if (done === "duplicate") return;
    const unchanged = kept?.turnId === change.before.turnId && kept.user === change.before.user;
    if (unchanged !== (done === "amended")) fail("compare", { kept, change, done });
    if (!kept !== (done === "gone")) fail("gone", { kept, change, done });
    if (done !== "amended") return;
    applied.add(change.editId);
    says.set(numberOf(change.after), change.after.user);
  }

  /** A stalled writer has looked before the others wrote, and passes the compare of an archive that has no compare-and-set. */
  const stalled = (job: SummaryJob) => ({
    ...tiers,
    store: { ...store, begin: async () => ({ ...job.state, seen: null }) },
    archive: {
      ...archive,
      save: (id: string, record: ArchiveRecord) =>
        archive.save(id, record, { expectVersion: Infinity }),
    },
  });
  async function finish(pick: number, how: How): Promise<void> {
    const [job] = jobs.splice(pick % jobs.length, 1);
    if (!job || how === "fail") return;
    const before = await archived();
    const { version } = await read();
    const racing = how.startsWith("raced");
    const parts = racing ? stalled(job) : tiers;
    const worker = summaryJobs(how.endsWith("crash") ? dying(parts) : parts);
    const status = await worker.finish(user, job, job.output).then(
      (result) => result.status,
      (error: unknown) => (error === died ? "died" : fail("finish", String(error))),
    );
    count(`finish ${status}`);
    const after = await read();
    if (after.version !== (status === "applied" ? version + 1 : version))
      fail("version", { version, status, after });
    if (!racing || job.state.epoch !== epoch) return;
    raced = true;
    const kept = new Set([...(await archived()), ...listOf(after.summary), ...pendingOf(after)]);
    for (const gone of before.filter((turn) => !kept.has(turn))) excused.add(gone);
  }

  async function step(op: Operation): Promise<void> {
    switch (op.kind) {
      case "turn":
        return commit(`${life}:${op.id}`, (await store.begin(user, `${life}:${op.id}`)).epoch);
      case "open":
        open.push({ id: `${life}:${op.id}`, epoch: (await read()).epoch });
        return;
      case "close": {
        const [turn] = open.splice(op.pick % Math.max(1, open.length), 1);
        return turn && commit(turn.id, turn.epoch);
      }
      case "revise": {
        const { turns } = await read();
        // Mostly the last turns, so that edits of the same one meet.
        const turn = turns.at(-1 - op.pick);
        if (!turn) return;
        const { seq, atMs: _, ...before } = turn;
        // Two of one reading: when both are written, the second one must be refused.
        for (const which of ["a", "b"]) {
          const editId = `${life}:e${seq}:${op.id}${which}`;
          const edited = `${numberOf(turn)} ${editId} ${edits.length}`;
          edits.push({ epoch, editId, seq, before, after: { ...before, user: edited } });
        }
        return;
      }
      case "amend": {
        const at = Math.max(0, edits.length - 1 - op.pick);
        const change = edits[at];
        // Every other one stays, to be delivered again.
        if (op.pick % 2 === 0) edits.splice(at, 1);
        return change && amend(change);
      }
      case "start": {
        const job = await summaryJobs(tiers).start(user);
        const healed = await read();
        const record = await archive.load(user);
        if (healed.version > 0 && record?.summary !== healed.summary)
          fail("tiers differ", { healed, record });
        if ("status" in job) return;
        const turns = [...listOf(job.state.summary), ...job.pending.map(numberOf)];
        jobs.push({ ...job, output: turns.join(" ") });
        return;
      }
      case "finish":
        return finish(op.pick, op.how);
      case "hydrate": {
        const [record, state] = [await archive.load(user), await read()];
        const emit = ({ type, ...event }: { type: string; how?: string }) =>
          count(event.how ?? type);
        await heal(store, user, { record, state, emit });
        return;
      }
      case "lose": {
        if (!lose) return;
        const state = await read();
        for (const turn of pendingOf(state)) excused.add(turn);
        const kept = new Set(await archived());
        if (raced) for (const turn of listOf(state.summary)) if (!kept.has(turn)) excused.add(turn);
        await lose(user);
        life++;
        local = 0;
        return;
      }
      case "forget": {
        erasures.push(epoch);
        epoch = (await store.forget(user, `r${clock}:${Math.random()}`)).epoch;
        [truth, excused, local, raced] = [[], new Set(), 0, false];
        const state = await read();
        if (state.summary !== null || state.turns.length > 0 || state.seq > 0)
          fail("data after forget", state);
        return;
      }
      case "erase": {
        for (const upTo of erasures) await archive.erase(user, { epoch: upTo });
        erasures = erasures.filter((upTo) => jobs.some((job) => job.state.epoch <= upTo));
        const record = await archive.load(user);
        const late = jobs.some((job) => job.state.epoch !== epoch);
        if (record && record.epoch < epoch && !late) fail("record after the erasures", record);
      }
    }
  }

  for (const op of operations) {
    await step(op);
    const state = await read();
    const pending = pendingOf(state);
    assertIncreasing("the store alone", [...listOf(state.summary), ...pending]);
    if (state.seq !== local) fail("seq", { state, local });
    if (state.turns.length < Math.min(limits.window, local)) fail("window short", state);
    const stale = state.turns.filter((turn) => says.get(numberOf(turn)) !== turn.user);
    if (stale.length > 0) fail("old words", stale);
    if (state.turns.some(({ seq }, at) => seq !== (state.turns[0]?.seq ?? 0) + at))
      fail("window order", state);

    // What the next worker will see: the store, brought up to a newer archive record.
    const record = await archive.load(user);
    const newer =
      record && record.epoch === epoch && record.version > state.version ? record : null;
    const from =
      newer?.incarnation === state.incarnation ? newer.coversThrough - state.base : state.watermark;
    const rest = state.turns.filter(({ seq }) => seq > from).map(numberOf);
    const remembered = [...listOf((newer ?? state).summary), ...rest];
    assertIncreasing("remembered", remembered);
    const have = new Set(remembered);
    const lost = truth.filter((turn) => !have.has(turn) && !excused.has(turn));
    if (lost.length > 0) fail("lost turns", { lost, state, record });
    const back = remembered.filter((turn) => !truth.includes(turn));
    if (back.length > 0) fail("forgotten turns came back", back);
  }
}

// The default size keeps arrays near ten operations, too few for a late erasure to matter.
const operations = fc.array(operation, { minLength: 5, maxLength: 80, size: "max" });

const subjects: Record<string, () => Subject> = {
  Redis: () => ({
    store: redisStore(redis, { ...limits, namespace, ttlMs: 600_000 }),
    lose: async (user) =>
      void (await redis.del(["w", "m", "s"].map((part) => `{${namespace}:${user}}:${part}`))),
  }),
  SQLite: () => ({
    store: sqliteStore(db, limits),
    lose: async (user) => {
      db.prepare("DELETE FROM tgmem_turn WHERE user = ?").run(user);
      db.prepare(
        "UPDATE tgmem_person SET seq = 0, watermark = 0, version = 0, incarnation = '', base = 0, dropped = 0, summary = NULL WHERE user = ?",
      ).run(user);
    },
  }),
  "this process": () => ({ store: inMemoryStore(limits) }),
};

for (const [name, create] of Object.entries(subjects)) {
  it.skipIf(name === "Redis" && server.missing)(
    `loses, doubles and revives no turn in ${name}, whatever happens in whatever order`,
    async () => {
      const subject = create();
      const seen = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(operations, (list) => run(subject, list, seen)),
        { numRuns: 250 },
      );
      // A run in which nothing happens proves nothing.
      for (const what of [
        "committed",
        "duplicate",
        "forgotten",
        "finish applied",
        "finish conflict",
        "finish died",
        "finish forgotten",
        "amend amended",
        "amend conflict",
        "amend duplicate",
        "amend forgotten",
        "amend gone",
        "adopted",
      ])
        expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
      if (subject.lose) expect(seen.get("hydrated") ?? 0).toBeGreaterThan(0);
    },
    60_000,
  );
}
