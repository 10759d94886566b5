import { chmod, mkdir, readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { TelegramError } from "../../errors.ts";
import { realPath } from "./real-path.ts";
import { lockSession } from "./session-lock.ts";
import { type OnWrite, SessionWriter } from "./session-writer.ts";

/** Where in the account's log of updates this log-in stands. */
export const UpdateState = z.object({ pts: z.int(), qts: z.int(), date: z.int() });
export type UpdateState = z.infer<typeof UpdateState>;

/** What a session file holds, as JSON. */
export const SessionContent = z.object({
  v: z.literal(1),
  /** Data centre and auth key, in the text form of GramJS; empty before the first log-in. */
  login: z.string(),
  updates: UpdateState.optional(),
  /** The same for each known supergroup and channel, by channel id; the one heard of last is last. */
  channels: z.array(z.tuple([z.string(), z.int()])).optional(),
  /** Access hashes of known users and channels, oldest first. */
  hashes: z.array(z.tuple([z.string(), z.string()])),
});
export type SessionContent = z.infer<typeof SessionContent>;

/** A session file that this process has to itself. */
export interface SessionFile {
  /** What it held when it was opened. */
  readonly content: SessionContent;
  /** The moment since which it cannot be written, by `performance.now`; undefined = it can be. */
  readonly failingSinceMs: number | undefined;
  /** Writes the content that `current` gives; calls during a write become one write after it. What fails is tried again. */
  save(current: () => SessionContent): void;
  /** Resolves when everything is on disk; rejects with `unavailable` if it cannot be now. */
  flush(): Promise<void>;
  /** Flushes and lets other processes in. */
  close(): Promise<void>;
}

/** One folder at a time, because Node's own way never ends where nobody can make one, such as below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
    // Another process may have been quicker.
    if (!(await isFolder(path))) throw error;
  });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Opens a session file for this process alone; a link is followed, for the lock too. Rejects with `session_locked` or
 * `session_invalid`.
 */
export async function openSessionFile(
  given: string,
  { onWrite = () => {} }: { readonly onWrite?: OnWrite } = {},
): Promise<SessionFile> {
  await makeFolder(resolve(dirname(given))).catch((cause: unknown) => {
    throw invalid(given, "lies in a folder that cannot be made", cause);
  });
  const path = await realPath(given).catch((cause: unknown) => {
    throw invalid(given, "cannot be read", cause);
  });
  const lock = lockSession(path);
  let content: SessionContent;
  try {
    content = await read(path);
  } catch (error) {
    lock.release();
    throw error;
  }
  const writer = new SessionWriter(path, onWrite);
  function check(failure: unknown): void {
    if (failure !== undefined) throw unwritable(path, failure);
  }

  return {
    content,
    get failingSinceMs() {
      return writer.failingSinceMs;
    },
    save: (current) => writer.save(current),
    flush: async () => check(await writer.flush()),
    async close() {
      try {
        check(await writer.close());
      } finally {
        lock.release();
      }
    },
  };
}

/** Says why a session file cannot be written, and what to do. */
export const unwritable = (path: string, cause: unknown): TelegramError =>
  new TelegramError(
    "unavailable",
    `The session file ${path} cannot be written (${codeOf(cause)}): ${advice[codeOf(cause)] ?? "this process needs the right to write it, and to make files in its folder"}. Until then a crash forgets what was received.`,
    { policy: "retry", cause },
  );

const advice: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EROFS: "it lies on a disk that is read-only",
  EBUSY: "it is mounted as a single file, so mount its folder instead",
};

async function read(path: string): Promise<SessionContent> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return { v: 1, login: "", hashes: [] };
    throw invalid(path, codeOf(cause) === "EISDIR" ? "is a folder" : "cannot be read", cause);
  }
  // Whoever had a wide umask or copied the file: the auth key in it is the whole log-in.
  await chmod(path, 0o600).catch((cause: unknown) => {
    if (codeOf(cause) === "EPERM") throw invalid(path, "belongs to another user", cause);
  });
  try {
    return SessionContent.parse(JSON.parse(text));
  } catch {
    // Without the cause: it would quote the auth key.
    throw invalid(path, text.trim() === "" ? "is empty" : "is broken or of another program");
  }
}

const invalid = (path: string, what: string, cause?: unknown) =>
  new TelegramError(
    "session_invalid",
    `The session file ${path} ${what}: mend that or name another file, then log in again.`,
    { policy: "stop_account", cause },
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";
