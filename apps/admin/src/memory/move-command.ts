import type { Env } from "../terminal/terminal.ts";
import type { ArchiveName } from "./archive-name.ts";
import { moveRecords } from "./move-records.ts";
import { openArchive } from "./open-archive.ts";
import { progressBar } from "./progress-bar.ts";

export interface MoveArguments {
  readonly from: ArchiveName;
  readonly to: ArchiveName;
  readonly json: boolean;
  readonly env: Env;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs `tgmem memory move`: writes all summaries of one archive to another one. Resolves with the exit code, 1 when the
 * target has refused some for good.
 */
export async function moveCommand({
  from,
  to,
  json,
  env,
  print,
  signal,
}: MoveArguments): Promise<number> {
  const source = openArchive(from, { env, signal, mustBeThere: true });
  const target = openArchive(to, { env, signal, mustBeThere: false });
  try {
    const result = await moveRecords(source.archive, target.archive, {
      onProgress: progressBar(process.stderr),
      signal,
    });
    const { read, moved, there, newer, different, refused } = result;
    if (json) {
      print(JSON.stringify(result));
      return refused.length > 0 ? 1 : 0;
    }
    for (const chat of different)
      print(`Not moved: ${chat}: the target has another text of the same version, which stays.`);
    for (const { chat, why } of refused) print(`Not moved: ${chat}: ${why}`);
    print(
      `Of ${read} summaries ${moved} were moved, ${there} were there, ${newer} are newer there, ${different.length} differ, ${refused.length} were refused. The source keeps its own.`,
    );
    return refused.length > 0 ? 1 : 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The move has stopped; run the same command again, and it goes on. ${reason}`, {
      cause: error,
    });
  } finally {
    await target.close();
    await source.close();
  }
}
