import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import type { Amendment, Begun, WindowStore } from "../store.ts";
import { sliceOf } from "../summary/slice.ts";
import { type SummaryJob, summaryJobs, type SummaryTiers } from "../summary/summary-job.ts";
import { isEditedByHand } from "../tiers/edited.ts";
import { eraseForgotten } from "../tiers/erase-forgotten.ts";
import { heal } from "../tiers/heal.ts";
import type { PutBack } from "./copies.kit.ts";
import { fail, listOf, Model, type ModelCopy, numberOf, pendingOf } from "./model.kit.ts";
import type { Ending, Operation } from "./operations.kit.ts";

export interface Subject {
  readonly store: WindowStore;
  /** Loses the state of a chat, but not the epoch. Absent means that this store cannot lose it alone. */
  readonly lose?: (chat: string) => Promise<void>;
  /** Replaces the text of the summary by bytes that are none. */
  readonly corrupt?: (chat: string) => Promise<void>;
  /** Copies all that the store has of a chat. */
  readonly copy?: (chat: string) => Promise<PutBack>;
}

const died = new Error("the worker died");
const late = new Error("the archive was late");

/** These tiers of a worker that dies before it applies its summary. */
const dying = (tiers: SummaryTiers): SummaryTiers => ({
  ...tiers,
  store: { ...tiers.store, apply: () => Promise.reject(died) },
});

/** The store and the archive of one chat, what is under way with them, and the model beside them. */
export class World {
  readonly #subject: Subject;
  readonly #chat: string;
  readonly #model: Model;
  readonly #count: (what: string) => void;
  readonly #archive: SummaryArchive = { ...inMemoryArchive(), id: "the archive" };
  readonly #tiers: SummaryTiers;
  readonly #openTurns: { readonly turnId: string; readonly epoch: number }[] = [];
  /** Edits that were read and not yet written. */
  readonly #edits: Amendment[] = [];
  readonly #jobs: (SummaryJob & { readonly to: number; readonly output: string })[] = [];
  /** Saves that were given up and may still land. */
  readonly #saves: { readonly record: ArchiveRecord; readonly expectVersion: number }[] = [];
  /** A backup of the chat in this epoch. */
  #copy: { readonly putBack: PutBack; readonly model: ModelCopy } | null = null;
  /** Epochs up to which the archive still has to be erased. */
  #erasures: number[] = [];
  /** Epochs that ended because the record was deleted by hand: nobody erases again what a late save brings. */
  readonly #deleted = new Set<number>();

  constructor(
    subject: Subject,
    options: {
      readonly chat: string;
      readonly model: Model;
      readonly count: (what: string) => void;
    },
  ) {
    this.#subject = subject;
    this.#chat = options.chat;
    this.#model = options.model;
    this.#count = options.count;
    this.#tiers = {
      store: subject.store,
      archive: this.#archive,
      now: () => 1,
      emit: (event) => this.#count(event.type),
      settleMs: 0,
    };
  }

  /** Lets one thing happen, and then looks whether everything is as it must be. */
  async step(operation: Operation): Promise<void> {
    await this.#run(operation);
    this.#model.check(await this.#read(), await this.#archive.load(this.#chat));
  }

  #run(operation: Operation): Promise<void> {
    switch (operation.kind) {
      case "turn":
        return this.#turn(operation.id);
      case "short_turn":
        return this.#turn(operation.id, "window");
      case "undo":
        return this.#undo(operation.pick);
      case "pause":
        return this.#pause();
      case "open":
        return this.#open(operation.id);
      case "close":
        return this.#close(operation.pick);
      case "revise":
        return this.#revise(operation.pick, operation.id);
      case "amend":
        return this.#amend(operation.pick);
      case "start":
        return this.#start(operation.turns);
      case "finish":
        return this.#finish(operation.pick, operation.ending);
      case "hydrate":
        return this.#hydrate();
      case "lose":
        return this.#lose();
      case "corrupt":
        return this.#corrupt();
      case "edit":
        return this.#edit();
      case "delete":
        return this.#delete();
      case "copy":
        return this.#makeCopy();
      case "put_back":
        return this.#putBack();
      case "land":
        return this.#land(operation.pick);
      case "forget":
        return this.#forget();
      case "erase":
        return this.#erase();
      default:
        return operation satisfies never;
    }
  }

  #read(): Promise<Begun> {
    return this.#subject.store.begin(this.#chat, "");
  }

  /** The turns that the archive covers for this epoch. */
  async #archived(): Promise<readonly number[]> {
    const record = await this.#archive.load(this.#chat);
    return record?.epoch === this.#model.epoch ? listOf(record.summary) : [];
  }

  async #turn(id: number, keeps?: "window"): Promise<void> {
    const turnId = `${this.#model.life}:${id}`;
    const { epoch } = await this.#subject.store.begin(this.#chat, turnId);
    await this.#commit(turnId, epoch, keeps);
  }

  async #open(id: number): Promise<void> {
    const { epoch } = await this.#read();
    this.#openTurns.push({ turnId: `${this.#model.life}:${id}`, epoch });
  }

  async #close(pick: number): Promise<void> {
    const [turn] = this.#openTurns.splice(pick % Math.max(1, this.#openTurns.length), 1);
    if (turn) await this.#commit(turn.turnId, turn.epoch);
  }

  async #commit(turnId: string, epoch: number, keeps?: "window"): Promise<void> {
    const before = await this.#read();
    const text = this.#model.nextText;
    const turn = { turnId, user: text, assistant: text, epoch, ...(keeps && { keeps }) };
    const result = await this.#subject.store.commit(this.#chat, turn);
    this.#count(result.status);
    this.#model.committed({ turnId, epoch, before, short: keeps === "window" }, result);
  }

  /** Takes back a turn: its texts are erased where it stands. */
  async #undo(pick: number): Promise<void> {
    const { turns } = await this.#read();
    const turn = turns.at(-1 - pick);
    if (!turn || turn.undone) return;
    const { seq, atMs: _, ...before } = turn;
    const after = { ...before, user: "", assistant: "", undone: true } as const;
    const editId = `${this.#model.life}:undo${seq}:${before.turnId}`;
    const done = await this.#subject.store.amend(this.#chat, {
      epoch: this.#model.epoch,
      editId,
      seq,
      before,
      after,
    });
    this.#count(`undo ${done}`);
    if (done === "amended") this.#model.undone(numberOf(turn));
    else if (done !== "duplicate") fail("undo", { done, turn });
  }

  async #pause(): Promise<void> {
    this.#model.paused = !this.#model.paused;
    await this.#subject.store.pause(this.#chat, this.#model.paused);
  }

  /** Reads a turn twice: when both edits are written, the second one must be refused. */
  async #revise(pick: number, id: number): Promise<void> {
    const { turns } = await this.#read();
    // Mostly the last turns, so that edits of the same one meet.
    const turn = turns.at(-1 - pick);
    if (!turn || turn.undone) return;
    const { seq, atMs: _, ...before } = turn;
    for (const which of ["a", "b"]) {
      const editId = `${this.#model.life}:e${seq}:${id}${which}`;
      const user = `${numberOf(turn)} ${editId} ${this.#edits.length}`;
      const { epoch } = this.#model;
      this.#edits.push({ epoch, editId, seq, before, after: { ...before, user } });
    }
  }

  async #amend(pick: number): Promise<void> {
    const at = Math.max(0, this.#edits.length - 1 - pick);
    const change = this.#edits[at];
    if (!change) return;
    // Every other one stays, to be delivered again.
    if (pick % 2 === 0) this.#edits.splice(at, 1);
    const kept = (await this.#read()).turns.find(({ seq }) => seq === change.seq);
    const done = await this.#subject.store.amend(this.#chat, change);
    this.#count(`amend ${done}`);
    this.#model.amended(change, kept, done);
  }

  /** The first half of a summary job. */
  async #start(maxTurns: number): Promise<void> {
    const [before, held] = [await this.#read(), await this.#archive.load(this.#chat)];
    const job = await summaryJobs(this.#tiers).start(this.#chat);
    const isMissed = held === null && before.archivedIn === this.#archive.id;
    if (isMissed !== ("status" in job && job.status === "forgotten"))
      fail("deleted", { before, job });
    if (isMissed) {
      this.#deleted.add(before.epoch);
      this.#copy = null;
      return this.#model.forgot((await this.#read()).epoch, await this.#read());
    }
    const healed = await this.#read();
    const record = await this.#archive.load(this.#chat);
    if (held && isEditedByHand(held, before) && healed.summary !== held.summary)
      fail("edit undone", { before, held, healed });
    if (before.unreadableSummary && healed.summary !== null) this.#count("text given back");
    if ("status" in job && job.status === "deferred") {
      // Only what cannot be read is left alone.
      if (healed.summary !== null) fail("deferred", { healed, record });
      return;
    }
    if (healed.version > 0 && record?.summary !== healed.summary)
      fail("tiers differ", { healed, record });
    if (healed.version > 0 && healed.archivedIn !== this.#archive.id)
      fail("not noted", { healed, record });
    if ("status" in job) return;
    const slice = sliceOf(job.pending, { maxChars: Infinity, maxTurns });
    if (!slice) fail("nothing to fold", job);
    const turns = [...listOf(job.state.summary), ...slice.said.map(numberOf)];
    this.#jobs.push({ ...job, to: slice.to, output: turns.join(" ") });
  }

  /** The second half of a summary job. */
  async #finish(pick: number, ending: Ending): Promise<void> {
    const [job] = this.#jobs.splice(pick % this.#jobs.length, 1);
    if (!job || ending === "fail") return;
    const before = await this.#archived();
    const { version } = await this.#read();
    const racing = ending.startsWith("raced");
    const tiers = racing ? this.#stalled(job) : this.#tiers;
    const worker = summaryJobs(
      ending.endsWith("crash") ? dying(tiers) : ending === "late" ? this.#givingUp() : tiers,
    );
    const status = await worker.finish(this.#chat, job, job.output).then(
      (result) => result.status,
      (error: unknown) =>
        error === died ? "died" : error === late ? "late" : fail("finish", String(error)),
    );
    this.#count(`finish ${status}`);
    const after = await this.#read();
    if (after.version !== (status === "applied" ? version + 1 : version))
      fail("version", { version, status, after });
    if (!racing || job.state.epoch !== this.#model.epoch) return;
    this.#model.raced = true;
    const archived = await this.#archived();
    const record = await this.#archive.load(this.#chat);
    // A store that has lost its state since, and was given back less than the record claims, takes the record over next.
    const overtakes = record !== null && record.version > after.version;
    const summarized = listOf(after.summary);
    // An older record gives nothing back to a store that counts further, not even for a text that cannot be read.
    const given = record !== null && record.version >= after.version ? archived : [];
    const kept = new Set([...given, ...(overtakes ? [] : summarized), ...pendingOf(after)]);
    this.#model.excuse([...before, ...summarized].filter((turn) => !kept.has(turn)));
  }

  /**
   * A stalled writer has looked before the others wrote, and passes the compare of an archive that has no
   * compare-and-set.
   */
  #stalled({ state }: SummaryJob): SummaryTiers {
    return {
      ...this.#tiers,
      store: { ...this.#subject.store, begin: async () => ({ ...state, seen: null }) },
      archive: {
        ...this.#archive,
        save: (chat, record) => this.#archive.save(chat, record, { expectVersion: Infinity }),
      },
    };
  }

  /** These tiers, whose archive is given up when it saves. */
  #givingUp(): SummaryTiers {
    return {
      ...this.#tiers,
      archive: {
        ...this.#archive,
        save: (_chat, record, { expectVersion }) => {
          this.#saves.push({ record, expectVersion });
          return Promise.reject(late);
        },
      },
    };
  }

  /** Lets a save reach the archive that its worker has given up. */
  async #land(pick: number): Promise<void> {
    const [save] = this.#saves.splice(pick % Math.max(1, this.#saves.length), 1);
    if (!save) return;
    const { record, expectVersion } = save;
    const { store } = this.#subject;
    this.#count(`landed ${await this.#archive.save(this.#chat, record, { expectVersion })}`);
    await eraseForgotten(this.#chat, record, { store, archive: this.#archive });
    const held = await this.#archive.load(this.#chat);
    if (held && held.epoch < this.#model.epoch) fail("landed after a forget", held);
    if (record.epoch < this.#model.epoch) this.#count("erased again");
  }

  /** Somebody changes the text of the record by hand: not what it says of turns, but how. */
  async #edit(): Promise<void> {
    const record = await this.#archive.load(this.#chat);
    if (!record) return;
    const summary = `${record.summary} `;
    await this.#archive.save(this.#chat, { ...record, summary }, { expectVersion: record.version });
  }

  /** Somebody deletes the record by hand. */
  async #delete(): Promise<void> {
    const state = await this.#read();
    this.#model.deleted(state, await this.#archived());
    await this.#archive.erase(this.#chat, { epoch: Infinity });
    // A store that was lost before does not miss the record either.
    if (state.archivedIn !== this.#archive.id) this.#copy = null;
  }

  async #makeCopy(): Promise<void> {
    if (!this.#subject.copy) return;
    const putBack = await this.#subject.copy(this.#chat);
    this.#copy = { putBack, model: this.#model.copy() };
  }

  /** The store comes back as it was at the last copy. */
  async #putBack(): Promise<void> {
    if (!this.#copy) return;
    const { seq } = await this.#read();
    await this.#copy.putBack();
    const state = await this.#read();
    if (state.seq < seq) this.#count("put back older");
    this.#model.putBack(this.#copy.model, state, await this.#archived());
  }

  async #corrupt(): Promise<void> {
    const state = await this.#read();
    if (!this.#subject.corrupt || state.summary === null) return;
    this.#model.corrupted(state, await this.#archive.load(this.#chat));
    await this.#subject.corrupt(this.#chat);
  }

  async #hydrate(): Promise<void> {
    const [record, state] = [await this.#archive.load(this.#chat), await this.#read()];
    await heal(this.#subject.store, this.#chat, {
      archivedIn: this.#archive.id,
      record,
      state,
      emit: (event) => this.#count(event.type === "healed" ? event.how : event.type),
    });
  }

  async #lose(): Promise<void> {
    if (!this.#subject.lose) return;
    this.#model.lost(await this.#read(), await this.#archived());
    await this.#subject.lose(this.#chat);
    // Nobody is left who would miss the record that was deleted, and a backup from before that brings it all back, as one from
    // before a forget does.
    if (this.#model.isDeleted) this.#copy = null;
  }

  async #forget(): Promise<void> {
    this.#erasures.push(this.#model.epoch);
    const requestId = `r${this.#model.nextText}:${Math.random()}`;
    const { epoch } = await this.#subject.store.forget(this.#chat, requestId);
    // A backup from before a forget knows what was forgotten: nobody can help that.
    this.#copy = null;
    this.#model.forgot(epoch, await this.#read());
  }

  async #erase(): Promise<void> {
    for (const epoch of this.#erasures) await this.#archive.erase(this.#chat, { epoch });
    this.#erasures = this.#erasures.filter((upTo) =>
      this.#jobs.some(({ state }) => state.epoch <= upTo),
    );
    const record = await this.#archive.load(this.#chat);
    const { epoch } = this.#model;
    const someLate = this.#jobs.some(({ state }) => state.epoch !== epoch);
    const isLeft = record && record.epoch < epoch && !this.#deleted.has(record.epoch);
    if (isLeft && !someLate) fail("record after the erasures", record);
  }
}
