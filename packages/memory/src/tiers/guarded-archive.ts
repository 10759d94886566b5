import type { SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { WaitOptions } from "../memory.ts";
import { bounded } from "./bounded.ts";

/** An archive could not do what was asked. The event `archive_failed` has told why. */
export class ArchiveFailure extends Error {
  override readonly name = "ArchiveFailure";
}

/** The same archive, whose calls end by a deadline. Every failure is reported once, and becomes an `ArchiveFailure`. */
export function guardArchive(
  archive: SummaryArchive,
  { timeoutMs, emit }: { readonly timeoutMs: number; readonly emit: Emit },
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
    load: (chat, wait) => guarded("load", chat, (options) => archive.load(chat, options), wait),
    save: (chat, record, { expectVersion, signal }) =>
      guarded(
        "save",
        chat,
        (options) => archive.save(chat, record, { ...options, expectVersion }),
        { signal },
      ),
    erase: (chat, { epoch, signal }) =>
      guarded("erase", chat, (options) => archive.erase(chat, { ...options, epoch }), { signal }),
  };
}
