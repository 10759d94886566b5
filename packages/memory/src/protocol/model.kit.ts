import type { ArchiveRecord } from "../archive.ts";
import type { Turn } from "../turn.ts";
import { covers } from "../tiers/fingerprint.ts";
import type { Amendment, Begun, StoreCommit, WindowStore } from "../store.ts";

/** The text of a turn begins with its number, which stays when the text is edited: `7`, `7 e1`, … */
export const numberOf = ({ user }: { readonly user: string }): number => Number.parseInt(user, 10);

/** In these tests a summary is the list of the turns that it covers. */
export const listOf = (summary: string | null | undefined): readonly number[] =>
  (summary ?? "").split(" ").filter(Boolean).map(Number);

/** Whether the turn still says something. */
const isKept = ({ undone }: { readonly undone?: true }): boolean => !undone;

export const pendingOf = (state: Begun): readonly number[] =>
  state.turns.filter(({ seq, undone }) => seq > state.watermark && !undone).map(numberOf);

/** What the next worker will see: the store, brought up to a newer archive record. */
function rememberedIn(state: Begun, record: ArchiveRecord | null): readonly number[] {
  const lostText = state.version > 0 && state.summary === null;
  const newer =
    record?.epoch === state.epoch &&
    (record.version > state.version || (lostText && record.version === state.version));
  const truth = newer ? record : state;
  const from = newer ? coveredBy(record, state) : state.watermark;
  return [
    ...listOf(truth.summary),
    ...state.turns.filter((turn) => turn.seq > from && isKept(turn)).map(numberOf),
  ];
}

/** The last of the turns that the record has; what it has not is pending again. */
function coveredBy(record: ArchiveRecord, state: Begun): number {
  if (covers(record, state)) return record.coversThrough - state.base;
  if (state.version === 0 || record.version === state.version) return state.watermark;
  return Math.min(state.watermark, (state.turns[0]?.seq ?? state.seq + 1) - 1);
}

/** What the model knows of a chat at the moment of a copy. */
export interface ModelCopy {
  readonly local: number;
  readonly paused: boolean;
  readonly undone: ReadonlySet<number>;
  readonly committedIds: ReadonlySet<string>;
  readonly appliedEdits: ReadonlySet<string>;
  readonly says: ReadonlyMap<number, string>;
}

export function fail(what: string, detail: unknown): never {
  throw new Error(`${what}: ${JSON.stringify(detail)}`);
}

/** Each turn at most once, and in the order of the commits. */
function assertIncreasing(what: string, turns: readonly number[]): void {
  if (turns.some((turn, at) => at > 0 && turn <= (turns[at - 1] ?? 0))) fail(what, turns);
}

/** What must be remembered of one chat, worked out without a store. It throws when a store did something else. */
export class Model {
  /** The epoch of the last forget. */
  epoch: number;
  /** Counts the states that the store lost: ids of turns begin with it. */
  life = 0;
  /** Whether the chat is off the record. */
  paused = false;
  /** Whether a stalled writer has overwritten the archive since the last forget. */
  raced = false;
  /** Whether somebody has deleted the archive's record since then: the store alone had its turns for a while. */
  #deleted = false;
  /** Whether a text was made unreadable since then: with a raced record beside it, a turn may count twice. */
  #unreadable = false;
  readonly #window: number;
  /** How many turns were committed ever, and how many since the store last lost or forgot the chat. */
  #ever = 0;
  #local = 0;
  /** The turns that must be remembered, but for those that were lost in a way that is allowed. */
  #truth: number[] = [];
  #excused = new Set<number>();
  #undone = new Set<number>();
  #committedIds = new Set<string>();
  #appliedEdits = new Set<string>();
  /** What each turn says now, by its number. */
  #says = new Map<number, string>();
  /** Whether the store came back older since the last forget: what the archive covers beyond it may count twice. */
  #older = false;

  constructor({ epoch, window }: { readonly epoch: number; readonly window: number }) {
    this.epoch = epoch;
    this.#window = window;
  }

  /** The text of the turn that is committed next. */
  get nextText(): string {
    return String(this.#ever + 1);
  }

  /** These turns may be missing from now on. */
  excuse(turns: Iterable<number>): void {
    for (const turn of turns) this.#excused.add(turn);
  }

  committed(
    {
      turnId,
      epoch,
      before,
      short,
    }: { turnId: string; epoch: number; before: Begun; short: boolean },
    result: StoreCommit,
  ): void {
    const forgotten = result.status === "forgotten";
    if ((epoch !== this.epoch) !== forgotten) fail("forget fence", result);
    if (forgotten) return;
    const duplicate = result.status === "duplicate";
    if (this.#committedIds.has(turnId) !== duplicate) fail("idempotence", { turnId, result });
    if (duplicate) return;
    if ((result.status === "paused") !== this.paused) fail("off the record", result);
    if (result.status === "paused") return;
    const text = this.nextText;
    this.#ever++;
    this.#local++;
    this.#committedIds.add(turnId);
    this.#truth.push(this.#ever);
    this.#says.set(this.#ever, text);
    if (result.seq !== this.#local) fail("gap in seq", result);
    const { turns } = before;
    if (short) {
      if (result.dropped > 0) fail("dropped where nobody summarizes", result);
      this.excuse(
        turns
          .filter(isKept)
          .slice(0, Math.max(0, turns.length + 1 - this.#window))
          .map(numberOf),
      );
    }
    // The oldest pending one; an undone turn has no number to excuse.
    if (result.dropped > 0)
      this.excuse(
        turns
          .filter(({ seq }) => seq > before.watermark)
          .slice(0, 1)
          .filter(isKept)
          .map(numberOf),
      );
  }

  /** The turn was taken back: it may stand in a summary, and nowhere else. */
  undone(turn: number): void {
    this.excuse([turn]);
    this.#undone.add(turn);
  }

  amended(
    change: Amendment,
    kept: Turn | undefined,
    done: Awaited<ReturnType<WindowStore["amend"]>>,
  ): void {
    const detail = { kept, change, done };
    if ((change.epoch !== this.epoch) !== (done === "forgotten")) fail("forget fence", detail);
    if (done === "forgotten") return;
    if (this.#appliedEdits.has(change.editId) !== (done === "duplicate"))
      fail("edited twice", detail);
    if (done === "duplicate") return;
    const unchanged = kept?.turnId === change.before.turnId && kept.user === change.before.user;
    if (unchanged !== (done === "amended")) fail("compare", detail);
    if (!kept !== (done === "gone")) fail("gone", detail);
    if (done !== "amended") return;
    this.#appliedEdits.add(change.editId);
    this.#says.set(numberOf(change.after), change.after.user);
  }

  /** Whether the record was deleted by hand, and it is not known yet that anybody has noticed. */
  get isDeleted(): boolean {
    return this.#deleted;
  }

  /** The store loses its state, and with it what only the store had. */
  lost(state: Begun, archived: readonly number[]): void {
    this.excuse(pendingOf(state));
    const kept = new Set(archived);
    if (this.raced || this.#deleted)
      this.excuse(listOf(state.summary).filter((turn) => !kept.has(turn)));
    this.life++;
    this.#local = 0;
  }

  /** Somebody deletes the archive's record, and with it what only the archive had. */
  deleted(state: Begun, archived: readonly number[]): void {
    this.#deleted = true;
    const held = new Set([...listOf(state.summary), ...pendingOf(state)]);
    this.excuse(archived.filter((turn) => !held.has(turn)));
  }

  /** The text of the summary becomes unreadable, and what the archive cannot give back is lost. */
  corrupted(state: Begun, record: ArchiveRecord | null): void {
    this.#unreadable = true;
    const kept = record?.epoch === state.epoch && record.version >= state.version ? record : null;
    const saved = new Set(listOf(kept?.summary));
    this.excuse(listOf(state.summary).filter((turn) => !saved.has(turn)));
  }

  forgot(epoch: number, state: Begun): void {
    this.epoch = epoch;
    this.raced = false;
    this.#deleted = false;
    this.#older = false;
    this.#unreadable = false;
    this.#local = 0;
    this.#truth = [];
    this.#excused = new Set();
    if (state.summary !== null || state.turns.length > 0 || state.seq > 0)
      fail("data after forget", state);
  }

  copy(): ModelCopy {
    return {
      local: this.#local,
      paused: this.paused,
      undone: new Set(this.#undone),
      committedIds: new Set(this.#committedIds),
      appliedEdits: new Set(this.#appliedEdits),
      says: new Map(this.#says),
    };
  }

  /** The store comes back as it was: what neither it nor the archive has is lost, such as all that was said since. */
  putBack(copy: ModelCopy, state: Begun, archived: readonly number[]): void {
    const held = new Set([...listOf(state.summary), ...pendingOf(state), ...archived]);
    this.excuse(this.#truth.filter((turn) => !held.has(turn)));
    this.#older = true;
    this.life++;
    this.#local = copy.local;
    this.paused = copy.paused;
    this.#undone = new Set(copy.undone);
    this.#committedIds = new Set(copy.committedIds);
    this.#appliedEdits = new Set(copy.appliedEdits);
    this.#says = new Map(copy.says);
  }

  /** Three faults at once may count a turn twice, and so may a store that came back older; neither may lose one. */
  get #mayDouble(): boolean {
    return this.#older || (this.raced && this.#unreadable);
  }

  /** What must be true at every moment. */
  check(state: Begun, record: ArchiveRecord | null): void {
    this.#checkStore(state);
    const remembered = rememberedIn(state, record);
    if (!this.#mayDouble) assertIncreasing("remembered", remembered);
    const have = new Set(remembered);
    const lost = this.#truth.filter((turn) => !have.has(turn) && !this.#excused.has(turn));
    if (lost.length > 0) fail("lost turns", { lost, state, record });
    const back = remembered.filter((turn) => !this.#truth.includes(turn));
    if (back.length > 0) fail("forgotten turns came back", back);
  }

  #checkStore(state: Begun): void {
    if (!this.#mayDouble)
      assertIncreasing("the store alone", [...listOf(state.summary), ...pendingOf(state)]);
    if (state.epoch !== this.epoch) fail("epoch", { state, epoch: this.epoch });
    if (state.seq !== this.#local) fail("seq", { state, local: this.#local });
    if (state.turns.length < Math.min(this.#window, this.#local)) fail("window short", state);
    if (state.turns.some(({ seq }, at) => seq !== (state.turns[0]?.seq ?? 0) + at))
      fail("window order", state);
    if (state.paused !== this.paused) fail("off the record", state);
    const kept = state.turns.filter(isKept);
    const stale = kept.filter((turn) => this.#says.get(numberOf(turn)) !== turn.user);
    if (stale.length > 0) fail("old words", stale);
    if (kept.some((turn) => this.#undone.has(numberOf(turn)))) fail("undone turns came back", kept);
  }
}
