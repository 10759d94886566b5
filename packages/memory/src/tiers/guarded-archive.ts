import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { WaitOptions } from "../wait-options.ts";
import { bounded } from "./bounded.ts";

/** An archive could not do what was asked. The event `archive_failed` has told why. */
export class ArchiveFailure extends Error {
  override readonly name = "ArchiveFailure";
}

export interface GuardArchiveOptions {
  readonly timeoutMs: number;
  readonly emit: Emit;
  /** Hears of a save that failed, or that nobody waited for, once it has ended: the archive may have the record. */
  readonly savedPerhaps: (chat: string, record: ArchiveRecord) => void;
}

/** The same archive, whose calls end by a deadline. Every failure is reported once, and becomes an `ArchiveFailure`. */
export function guardArchive(
  archive: SummaryArchive,
  { timeoutMs, emit, savedPerhaps }: GuardArchiveOptions,
): SummaryArchive {
  async function guarded<T>(
    name: "load" | "save" | "erase",
    chat: string,
    work: (options: { readonly signal: AbortSignal }) => Promise<T>,
    { signal }: WaitOptions = {},
  ): Promise<T> {
    const late = () =>
      new MemoryError(
        "archive_unavailable",
        `The archive did not \`${name}\` within ${timeoutMs} ms.`,
      );
    try {
      return await bounded(work, { ms: timeoutMs, late, signal });
    } catch (error) {
      emit({ type: "archive_failed", chat, call: name, error });
      throw new ArchiveFailure(`The archive did not \`${name}\`.`, { cause: error });
    }
  }
  return {
    ...(archive.id !== undefined && { id: archive.id }),
    load: (chat, { expect, signal } = {}) =>
      guarded("load", chat, (options) => archive.load(chat, { ...options, expect }), { signal }),
    async save(chat, record, { expectVersion, signal }) {
      const begun: { saving?: Promise<unknown> } = {};
      const save = (options: { readonly signal: AbortSignal }) => {
        const saved = archive.save(chat, record, { ...options, expectVersion });
        begun.saving = saved;
        return saved;
      };
      try {
        return await guarded("save", chat, save, { signal });
      } catch (error) {
        const ended = () => savedPerhaps(chat, record);
        void begun.saving?.then(ended, ended);
        throw error;
      }
    },
    erase: (chat, { epoch, signal }) =>
      guarded("erase", chat, (options) => archive.erase(chat, { ...options, epoch }), { signal }),
  };
}
