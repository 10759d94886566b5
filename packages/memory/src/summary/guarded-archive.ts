import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { deadline } from "./deadline.ts";
import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";

/** An archive that could not do what was asked. The event has told why. */
export class ArchiveFailure extends Error {
  override readonly name = "ArchiveFailure";
}

export interface GuardedArchive {
  load(user: string, signal?: AbortSignal): Promise<ArchiveRecord | null>;
  save(
    user: string,
    record: ArchiveRecord,
    expectVersion: number,
    signal?: AbortSignal,
  ): Promise<"saved" | "conflict" | "forgotten">;
  erase(user: string, epoch: number, signal?: AbortSignal): Promise<void>;
}

/** Gives every call a deadline and reports its failure once; all of them reject with `ArchiveFailure`. */
export function guardArchive(
  archive: SummaryArchive,
  { timeoutMs, emit }: { readonly timeoutMs: number; readonly emit: Emit },
): GuardedArchive {
  async function guarded<T>(
    call: "load" | "save" | "erase",
    user: string,
    signal: AbortSignal | undefined,
    work: (options: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const limit = AbortSignal.timeout(timeoutMs);
    const both = signal ? AbortSignal.any([signal, limit]) : limit;
    const late = () =>
      new MemoryError(
        "archive_unavailable",
        `The archive did not \`${call}\` within ${timeoutMs} ms.`,
      );
    try {
      both.throwIfAborted();
      // The second clock is for an archive that does not listen to the signal.
      return await deadline(work({ signal: both }), {
        timeoutMs: timeoutMs + 100,
        signal: both,
        late,
      });
    } catch (error) {
      emit({ type: "archive_failed", user, call, error });
      throw new ArchiveFailure(`The archive did not \`${call}\`.`, { cause: error });
    }
  }
  return {
    load: (user, signal) => guarded("load", user, signal, (options) => archive.load(user, options)),
    save: (user, record, expectVersion, signal) =>
      guarded("save", user, signal, (options) =>
        archive.save(user, record, { ...options, expectVersion }),
      ),
    erase: (user, epoch, signal) =>
      guarded("erase", user, signal, (options) => archive.erase(user, { ...options, epoch })),
  };
}
