import { moveRecords } from "./move-records.ts";
import { openArchive } from "./open-archive.ts";
import { progressBar } from "./progress-bar.ts";

export interface MoveArguments {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Runs `tgmem memory move`: writes all summaries of one archive to another one. Resolves with the exit code, 1 when the
 * target has refused some for good.
 */
export async function memoryCommand(
  action: string | undefined,
  { from, to }: MoveArguments,
  print: (line: string) => void,
): Promise<number> {
  if (action !== "move")
    throw new Error("What? tgmem memory move --from airtable --to sqlite:FILE, or the other way.");
  if (from === to) throw new Error("--from and --to are the same.");
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  const { signal } = interrupted;
  const source = openArchive(from, "--from", { signal });
  const target = openArchive(to, "--to", { signal });
  try {
    const { read, moved, there, newer, different, refused } = await moveRecords(
      source.archive,
      target.archive,
      { onProgress: progressBar(process.stderr), signal },
    );
    for (const chat of different)
      print(`Not moved: ${chat}: the target has another text of the same version, which stays.`);
    for (const { chat, why } of refused) print(`Not moved: ${chat}: ${why}`);
    print(
      `Of ${read} summaries ${moved} were moved, ${there} were there, ${newer} are newer there, ${different.length} differ, ${refused.length} were refused. The source keeps its own.`,
    );
    return refused.length > 0 ? 1 : 0;
  } catch (error) {
    print("The move has stopped; run the same command again, and it goes on.");
    throw error;
  } finally {
    await target.close();
    await source.close();
  }
}
