import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { TelegramError } from "../../errors.ts";
import { pause } from "../../deadline.ts";
import { lockSession } from "./session-lock.ts";

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
  /** Writes the content that `current` gives; calls during a write become one write after it. */
  save(current: () => SessionContent): void;
  /** Resolves when everything is on disk; rejects if it cannot be. */
  flush(): Promise<void>;
  /** Flushes and lets other processes in. */
  close(): Promise<void>;
}

/** The time between two writes. */
const writeEveryMs = 100;

/** Opens a session file for this process alone. Rejects with `session_locked` or `session_invalid`. */
export async function openSessionFile(path: string): Promise<SessionFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw invalid(path, "lies in a folder that cannot be made", cause);
  });
  const lock = lockSession(path);
  let content: SessionContent;
  try {
    content = await read(path);
  } catch (error) {
    lock.release();
    throw error;
  }

  let wanted: (() => SessionContent) | undefined;
  let writing: Promise<void> | undefined;
  let failure: unknown;
  let closed = false;
  let flushing = new AbortController();
  async function writeAll(): Promise<void> {
    while (wanted) {
      const current = wanted;
      wanted = undefined;
      try {
        await write(path, current());
        failure = undefined;
      } catch (error) {
        failure = error;
      }
      // Under load every message is a new state, and a write costs more than a message.
      await pause(writeEveryMs, { signal: flushing.signal });
    }
    writing = undefined;
  }

  async function flush(): Promise<void> {
    flushing.abort();
    await writing;
    flushing = new AbortController();
    if (failure !== undefined) throw invalid(path, "cannot be written", failure);
  }

  return {
    content,
    save(current) {
      // The client goes on for a moment after its end; the file may be another process' by then.
      if (closed) return;
      wanted = current;
      writing ??= writeAll();
    },
    flush,
    async close() {
      closed = true;
      try {
        await flush();
      } finally {
        lock.release();
      }
    },
  };
}

async function read(path: string): Promise<SessionContent> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) return { v: 1, login: "", hashes: [] };
    throw invalid(path, hasCode(cause, "EISDIR") ? "is a folder" : "cannot be read", cause);
  }
  // Whoever had a wide umask or copied the file: the auth key in it is the whole log-in.
  await chmod(path, 0o600);
  try {
    return SessionContent.parse(JSON.parse(text));
  } catch {
    // Without the cause: it would quote the auth key.
    throw invalid(path, text.trim() === "" ? "is empty" : "is broken or of another program");
  }
}

/** Replaces the file in one step: a crash leaves the old content or the new. */
async function write(path: string, content: SessionContent): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, JSON.stringify(content), { mode: 0o600, flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const invalid = (path: string, what: string, cause?: unknown) =>
  new TelegramError(
    "session_invalid",
    `The session file ${path} ${what}: mend that or name another file, then log in again.`,
    { policy: "stop_account", cause },
  );

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
