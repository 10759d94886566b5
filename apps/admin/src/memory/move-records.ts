import type { ArchivedChat, ArchiveRecord, SummaryArchive } from "@tgmem/memory";

/** How many records are on their way at once: what Airtable looks up in one call. */
const atOnce = 100;

/** What became of the records. */
export interface MoveResult {
  readonly read: number;
  readonly moved: number;
  /** The target had them already, for instance from a run that was broken off. */
  readonly there: number;
  /** The target has a newer summary of the chat, which stays. */
  readonly newer: number;
  /** The chats of which the target has another text of the same version: somebody has edited one of them, and it stays. */
  readonly different: readonly string[];
  /** The chats whose record the target refuses for good, and why. */
  readonly refused: readonly { readonly chat: string; readonly why: string }[];
}

export interface MoveOptions {
  /** Hears how many of how many records are done. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes every record of one archive to another one, where a newer one stays. The source keeps its own. A move that was
 * broken off is begun again, and finds what is done. Rejects when either archive cannot be reached.
 */
export async function moveRecords(
  from: SummaryArchive,
  to: SummaryArchive,
  { onProgress, signal }: MoveOptions,
): Promise<MoveResult> {
  const records = [...(await newestOf(from, { signal }))];
  const result = { moved: 0, there: 0, newer: 0 };
  const different: string[] = [];
  const refused: { chat: string; why: string }[] = [];
  onProgress(0, records.length);
  for (let at = 0; at < records.length; at += atOnce) {
    const part = records.slice(at, at + atOnce);
    const done = await Promise.allSettled(part.map(([chat, record]) => move({ chat, record })));
    for (const [n, outcome] of done.entries()) {
      const chat = part[n]?.[0] ?? "";
      if (outcome.status === "rejected") refused.push({ chat, why: reasonOf(outcome.reason) });
      else if (outcome.value === "different") different.push(chat);
      else result[outcome.value]++;
    }
    onProgress(at + part.length, records.length);
  }
  return { read: records.length, ...result, different, refused };

  async function move({ chat, record }: ArchivedChat) {
    const held = await to.load(chat, { signal });
    if (held && compare(held, record) > 0) return "newer";
    if (held && compare(held, record) === 0) return isSame(held, record) ? "there" : "different";
    const saved = await to.save(chat, record, { expectVersion: record.version, signal });
    return saved === "saved" ? "moved" : "newer";
  }
}

/** The newest record of each chat: a table may hold several rows of one. */
async function newestOf(
  archive: SummaryArchive,
  { signal }: { readonly signal: AbortSignal | undefined },
): Promise<ReadonlyMap<string, ArchiveRecord>> {
  if (!archive.records) throw new Error("This archive cannot list its records.");
  const newest = new Map<string, ArchiveRecord>();
  for await (const part of archive.records({ signal }))
    for (const { chat, record } of part) {
      const held = newest.get(chat);
      if (!held || compare(record, held) > 0) newest.set(chat, record);
    }
  return newest;
}

/** Says how much newer `a` is: above 0 it is the newer one. */
const compare = (a: ArchiveRecord, b: ArchiveRecord): number =>
  a.epoch - b.epoch || a.version - b.version;

const isSame = (a: ArchiveRecord, b: ArchiveRecord): boolean =>
  a.coversThrough === b.coversThrough &&
  a.incarnation === b.incarnation &&
  a.summary.trimEnd() === b.summary.trimEnd();

/** What is refused for good is told of its chat; anything else ends the move. */
function reasonOf(error: unknown): string {
  const isFinal = error instanceof Error && "retryable" in error && error.retryable === false;
  const forAll = ["forbidden", "unauthorized", "invalid_schema", "closed"];
  const isOfAll = error instanceof Error && "code" in error && forAll.includes(String(error.code));
  if (!isFinal || isOfAll) throw error;
  return error.message;
}
