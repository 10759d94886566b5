import { randomUUID } from "node:crypto";
import { MemoryError } from "../errors.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { MemoryState } from "../store.ts";
import { fingerprint } from "../tiers/fingerprint.ts";
import { noteArchive } from "../tiers/note-archive.ts";
import type { ChatContext } from "./chat-context.ts";

/** Writes a summary that no summarizer made, which covers the local turns up to `to`: the archive first, then the store. */
export async function writeSummary(
  { chat, store, archive, now, changed }: ChatContext,
  state: MemoryState,
  { to, summary, signal }: WaitOptions & { readonly to: number; readonly summary: string },
): Promise<"written" | "conflict" | "forgotten"> {
  const { epoch, version, base, seq } = state;
  // A chat without a turn has no state that a change could be made from: it is given what an archive would give it.
  const incarnation = seq === 0 ? randomUUID() : fingerprint(state, to);
  const record = { summary, version: version + 1, coversThrough: base + to, epoch, incarnation };
  const noted = noteArchive(archive?.id);
  if (archive) {
    const saved = await archive
      .save(chat, { ...record, updatedAtMs: now() }, { expectVersion: version, signal })
      .catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw new MemoryError(
          "archive_unavailable",
          "The archive could not be given the summary: try again.",
          { cause },
        );
      });
    changed();
    if (saved !== "saved") return saved;
  }
  const done =
    seq === 0
      ? await store.hydrate(chat, { ...record, ...noted }, { signal })
      : await store.apply(
          chat,
          {
            epoch,
            incarnation: state.incarnation,
            version,
            becomes: version + 1,
            to,
            summary,
            corrects: true,
            ...noted,
          },
          { signal },
        );
  if (done === "applied" || done === "hydrated") return "written";
  if (done !== "forgotten") return "conflict";
  await archive?.erase(chat, { epoch });
  return "forgotten";
}
