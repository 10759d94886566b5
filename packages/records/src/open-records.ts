import { EventEmitter } from "node:events";
import { closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Redis } from "@tgmem/service";
import { type Commands, commandsOn } from "./commands.ts";
import { fieldsIn } from "./fields.ts";
import { groupCommit } from "./group-commit.ts";
import { type Listener, listenIn, speakIn } from "./listeners.ts";

/** Does in JavaScript what a script does in Lua, and replies the same. */
export type ScriptTwin = (
  call: Commands,
  keys: readonly string[],
  args: readonly (string | number)[],
) => unknown;

export interface RecordsOptions {
  /** What is done for each script that is asked for, by its text. */
  readonly scripts: ReadonlyMap<string, ScriptTwin>;
  /** The clock, in ms since 1970. */
  readonly now?: () => number;
}

type Names = Exclude<keyof Commands, "hvals"> | "eval" | "multi" | "publish" | "subscribe" | "on";

/** What answers in place of a Redis client. Whoever subscribes hears what this process publishes. */
export interface Records extends Pick<Redis, Names | "status"> {
  pubsub(what: "NUMSUB", channel: string): Promise<unknown>;
  /** Makes what hears what other processes on the same file publish. */
  duplicate(): Listener;
  close(): void;
}

/** Counts up where an older release would misread the file. */
const version = 1;

/**
 * Opens a file of small facts which the apps keep in Redis where there is one. Each command is done whole or not at all, and one
 * after the other. What was written survives the end of the process; of a power loss the last moments may be gone. It is for ids
 * and numbers: a deleted text would stay in the file for a while. Rejects with the error of SQLite, and for a script without a twin.
 * Throws for the file of a newer release.
 */
export function openRecords(path: string, { scripts, now = Date.now }: RecordsOptions): Records {
  closeSync(openSync(path, "a", 0o600));
  const db = new DatabaseSync(path, { timeout: 5_000 });
  const written = Number(db.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (written > version) {
    db.close();
    throw new Error(`${path} was written by a newer release of the bot: update this one.`);
  }
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  if (written < version) db.exec(`PRAGMA user_version = ${version}`);
  const commands = commandsOn(fieldsIn(db, now), now);
  const heard = new EventEmitter();
  const channels = new Set<string>();
  const others = speakIn(dirname(path));

  const { add: atOnce, flush } = groupCommit(db);
  const asynchronous = Object.entries(commands).map(([name, command]) => [
    name,
    (...args: unknown[]) => atOnce(() => Reflect.apply(command, undefined, args)),
  ]);
  const records = {
    ...Object.fromEntries(asynchronous),
    status: "ready",
    async eval(script: string, count: number, ...args: (string | number)[]) {
      const twin = scripts.get(script);
      if (!twin) throw new Error("This script has no twin in JavaScript.");
      return atOnce(() => twin(commands, args.slice(0, count).map(String), args.slice(count)));
    },
    multi: (asked: [keyof Commands, ...unknown[]][]) => ({
      exec: () =>
        atOnce(() =>
          asked.map(([name, ...args]) => [null, Reflect.apply(commands[name], undefined, args)]),
        ),
    }),
    async publish(channel: string, message: string) {
      if (channels.has(channel)) queueMicrotask(() => heard.emit("message", channel, message));
      return Number(channels.has(channel)) + others.send(channel, message);
    },
    pubsub: async (_what: "NUMSUB", channel: string) => [
      channel,
      Number(channels.has(channel)) + others.count(channel),
    ],
    duplicate: () => listenIn(dirname(path)),
    async subscribe(...names: string[]) {
      for (const name of names) channels.add(name);
      return channels.size;
    },
    on: (event: string, listener: (...args: unknown[]) => void) => heard.on(event, listener),
    close() {
      others.close();
      flush();
      db.close();
    },
  };
  // The client of Redis has many overloads of each command; a test compares the replies of both.
  return records;
}
