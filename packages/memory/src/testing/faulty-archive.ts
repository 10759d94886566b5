import type { SummaryArchive } from "../archive.ts";

/** The calls of an archive that can be made to fail. */
export type ArchiveCall = "load" | "save" | "erase";

/** An archive that fails where a test wants it to. */
export interface FaultyArchive extends SummaryArchive {
  /** The calls so far, failed ones too. */
  readonly calls: readonly ArchiveCall[];
  /** Lets calls of this kind fail from now on: before they do anything, or after they did it, as if the answer were lost. */
  break(call: ArchiveCall, when?: "before" | "after"): void;
  /** Lets no call fail any more. */
  mend(): void;
}

/** Makes an archive that fails when it is told to, on top of one that does not. */
export function faultyArchive(archive: SummaryArchive): FaultyArchive {
  const calls: ArchiveCall[] = [];
  const broken = new Map<ArchiveCall, "before" | "after">();
  async function pass<T>(call: ArchiveCall, work: () => Promise<T>): Promise<T> {
    calls.push(call);
    const when = broken.get(call);
    const failure = new Error(`The archive was told to fail at \`${call}\`.`);
    if (when === "before") throw failure;
    const result = await work();
    if (when === "after") throw failure;
    return result;
  }
  return {
    ...(archive.id !== undefined && { id: archive.id }),
    calls,
    break: (call, when = "before") => void broken.set(call, when),
    mend: () => broken.clear(),
    load: (chat, options) => pass("load", () => archive.load(chat, options)),
    save: (chat, record, options) => pass("save", () => archive.save(chat, record, options)),
    erase: (chat, options) => pass("erase", () => archive.erase(chat, options)),
  };
}
