import { EventEmitter, once } from "node:events";
import type { Draft } from "@tgmem/contracts";
import { pause } from "@tgmem/service";
import { type Growing, type ShowOptions, showDraft } from "./show-draft.ts";
import type { Shown } from "./shown-drafts.ts";

/** The message in which an answer grew, as its sender has to know it. */
export interface Grown extends Shown {
  /** Whether a change of it got no answer, so that it may still be carried out. */
  readonly isUnsure: boolean;
}

/** Shows answers while they are written, each in one message that grows. */
export interface Drafts {
  /** Takes the newest text of an answer, which replaces one that is not shown yet. */
  heard(draft: Draft): void;
  /** Shows what is due, and resolves when that is done. Never rejects. */
  tick(): Promise<void>;
  /** Shows what is due, several times a second, until the signal aborts. */
  run(options: { readonly signal: AbortSignal }): Promise<void>;
  /**
   * Ends the drafts of an answer, because the job `by` is sent in their place, and resolves with the message in which it grew;
   * undefined = there is none, or another job has taken its place. Rejects when that cannot be known.
   */
  finish(jobId: string, options: { readonly by: string }): Promise<Grown | undefined>;
  /** Forgets the message in which the answer grew, because it cannot be changed. */
  forget(jobId: string): Promise<void>;
}

/** A place of the account is free some 33 ms after the last: answers that begin in one moment are not to wait for each other. */
const lookEveryMs = 50;
/** A text of which nothing more is heard for so long is no longer written. */
const silentMs = 120_000;
/** The most answers at once whose texts are kept; those beyond are shown when they are finished. */
const mostGrowing = 1_000;

/** Makes the drafts of one process. */
export function createDrafts(options: ShowOptions): Drafts {
  const { shownDrafts, now } = options;
  const growing = new Map<string, Growing>();
  const news = new EventEmitter();

  function entryOf(jobId: string): Growing | undefined {
    const known = growing.get(jobId);
    if (known || growing.size >= mostGrowing) return known;
    const made: Growing = { jobId, dueAtMs: 0, heardAtMs: now(), isUnsure: false, isClosed: false };
    growing.set(jobId, made);
    news.emit("growing");
    return made;
  }

  async function tick(): Promise<void> {
    const time = now();
    for (const [jobId, { heardAtMs, showing }] of growing)
      if (!showing && time - heardAtMs >= silentMs) growing.delete(jobId);
    await Promise.all([...growing.values()].map((one) => show(one)));
  }

  /** Only one call for each answer is under way: its texts must not overtake each other. */
  function show(one: Growing): Promise<void> {
    one.showing ??= showDraft(one, options).finally(() => delete one.showing);
    return one.showing;
  }

  return {
    heard({ id, answer }) {
      if (!answer) {
        const one = growing.get(id);
        if (one) Object.assign(one, { answer: undefined, isClosed: false });
        return;
      }
      const one = entryOf(id);
      if (!one) return;
      one.heardAtMs = now();
      if (one.isClosed) return;
      one.answer = answer;
      void show(one);
    },
    tick,
    async run({ signal }) {
      while (!signal.aborted) {
        void tick();
        await (growing.size > 0
          ? pause(lookEveryMs, { signal })
          : once(news, "growing", { signal }).catch(() => {}));
      }
    },
    async finish(jobId, { by }) {
      const one = growing.get(jobId);
      growing.delete(jobId);
      if (one) one.isClosed = true;
      await one?.showing;
      const shown = await shownDrafts.finish(jobId, { by });
      if (!shown) return undefined;
      const messageId = shown.messageId ?? one?.messageId;
      return {
        isUnsure: one?.isUnsure ?? false,
        ...(messageId === undefined ? {} : { messageId }),
      };
    },
    forget: (jobId) => shownDrafts.forget(jobId),
  };
}
