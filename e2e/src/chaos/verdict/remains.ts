import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { newestLog, rewriteLog } from "@tgmem/testbed";
import { databaseMentions } from "../../database.ts";
import { textsIn } from "../../redis-texts.ts";
import type { Said } from "../talk.ts";
import { phoneOf, tokenOf } from "../words.ts";
import type { World } from "../world.ts";

/** What is left where it should not be; each number is to be 0. */
export interface RemainsVerdict {
  /** Jobs on the three lists. */
  readonly waiting: number;
  readonly deadLetters: number;
  /** Forgotten messages that can be read in Redis, its log or Airtable. */
  readonly forgottenReadable: number;
  /** Texts, keys and phone numbers in logs of processes or of the engine, and texts in its database. */
  readonly leaks: number;
  readonly findings: readonly string[];
}

/** Looks through everything that the run has left behind. */
export async function judgeRemains(
  world: World,
  said: ReadonlyMap<string, Said>,
  mark: string,
): Promise<RemainsVerdict> {
  const findings: string[] = [];
  let [waiting, deadLetters] = [0, 0];
  for (const [name, list] of Object.entries(world.lists)) {
    const { depth } = await list.stats();
    const letters = await list.deadLetters({ limit: 1_000 });
    waiting += depth;
    deadLetters += letters.length;
    if (depth > 0) findings.push(`${depth} jobs are on ${name}`);
    for (const { id, reason } of letters.slice(0, 5))
      findings.push(`a dead letter on ${name}, ${id}: ${reason}`);
  }
  const forgotten = await readableForgotten(world, said, mark);
  const leaks = await leaksOf(world, said, mark);
  findings.push(...forgotten.slice(0, 10), ...leaks.slice(0, 10));
  return {
    waiting,
    deadLetters,
    forgottenReadable: forgotten.length,
    leaks: leaks.length,
    findings,
  };
}

async function readableForgotten(
  world: World,
  said: ReadonlyMap<string, Said>,
  mark: string,
): Promise<string[]> {
  const places = {
    Redis: await textsIn(world.redis),
    "the log of Redis": await logOf(world),
    Airtable: JSON.stringify(world.airtable.rows()),
  };
  const found: string[] = [];
  for (const [place, text] of Object.entries(places)) {
    const named = new Set(text.match(new RegExp(`${mark}_g?\\d+_\\d+`, "g")));
    for (const { chat, forgets } of said.values()) {
      const last = Math.max(0, ...forgets.map(({ from }) => from));
      for (let index = 1; index <= last; index++)
        if (named.has(tokenOf(mark, chat.id, index)))
          found.push(`message ${index} of ${chat.id}, which is forgotten, is in ${place}`);
    }
  }
  return found;
}

/** The whole log as text, without what is no longer needed for the state that it stands for. */
async function logOf({ redis }: World): Promise<string> {
  await redis.config("SET", "aof-use-rdb-preamble", "no");
  await rewriteLog(redis);
  const folder = dirname(await newestLog(redis));
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "latin1")));
  return texts.join("\n");
}

async function leaksOf(
  { crew, engine, keys }: World,
  said: ReadonlyMap<string, Said>,
  mark: string,
): Promise<string[]> {
  const phones = [...said.keys()].map(phoneOf);
  const secrets = new Map([
    ["a text", [mark]],
    ["a phone number", phones],
    ["a key", Object.values(keys)],
  ]);
  const logs = [...crew.outputs(), await engine.log()];
  const found: string[] = [];
  for (const [what, words] of secrets)
    for (const log of logs)
      for (const word of words)
        if (log.includes(word)) found.push(`${what} is in a log: ${around(log, word)}`);
  if (await databaseMentions(engine, mark)) found.push("a text is in the database of the engine");
  return found;
}

/** The line of a log, with the secret taken out. */
function around(log: string, word: string): string {
  const line = log.split("\n").find((each) => each.includes(word)) ?? "";
  return line.replaceAll(word, "…").slice(0, 200);
}
