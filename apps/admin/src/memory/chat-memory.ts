import { randomUUID } from "node:crypto";
import {
  createEraseFromLists,
  markOfAll,
  redisForgetMarks,
  redisModelChoices,
  type SummaryRequest,
} from "@tgmem/contracts";
import type { CorrectResult, ForgetResult, MemoryExport } from "@tgmem/memory";
import { type ChatRow, chatRow } from "../chats/list-chats.ts";
import type { System } from "../system/open-system.ts";

interface Wait {
  readonly signal?: AbortSignal;
}

/** All that is remembered of a chat, the words of its people too. */
export interface ChatDetails extends ChatRow {
  readonly summary: string | null;
  readonly window: MemoryExport["turns"];
}

/** What a `forget` has reached. */
export interface Forgotten {
  /** Messages of the chat that waited for an answer. */
  readonly waiting: number;
  /** Its dead letters. */
  readonly letters: number;
  readonly tiers: ForgetResult["tiers"];
}

type Parts = Pick<System, "store" | "memory" | "archive">;

/** Reads what is remembered of a chat. Where Airtable is set up, a summary that only the archive has is read, too. */
export async function readMemory(
  { store, memory }: Parts,
  chat: string,
  wait: Wait = {},
): Promise<ChatDetails> {
  const { summary, turns: window } = await memory.chat(chat).export({ ...wait, earlier: false });
  const row = chatRow(chat, await store.begin(chat, "", wait));
  return { ...row, hasSummary: summary !== null, summary, window };
}

/**
 * Replaces the summary of a chat, and the next one builds on it. Rejects when the chat has a record in an archive that is not
 * set up here: the old text would stay there.
 */
export async function correctMemory(
  system: Parts,
  chat: string,
  text: string,
  wait: Wait = {},
): Promise<CorrectResult> {
  await demandArchive(system, chat, wait);
  return system.memory.chat(chat).correct(text, wait);
}

/** Says why a correction was not taken, and what to do. */
export function refusalOf(
  result: Exclude<CorrectResult, { readonly status: "corrected" }>,
): string {
  if (result.status === "too_long")
    return `This has ${result.words} words, and a summary may have ${result.maxWords}.`;
  if (result.status === "conflict")
    return "Something else changed this memory meanwhile: look at it, and try again.";
  return "The person asked to be forgotten meanwhile.";
}

/** Rejects when the chat has a record in Airtable, and that is not set up here. */
export async function demandArchive(
  { store, archive }: Parts,
  chat: string,
  wait: Wait = {},
): Promise<void> {
  if (archive === "airtable") return;
  const { archivedIn } = await store.begin(chat, "", wait);
  if (archivedIn !== undefined)
    throw new Error(
      `The summary of chat ${chat} is in Airtable, too: set AIRTABLE_PAT and AIRTABLE_BASE_ID as for the worker.`,
    );
}

/**
 * Erases what is remembered of a chat, which model it has chosen, what it said that waits for an answer, and its dead letters. What
 * a worker holds at this moment may reach the archive later, so a request on the list of summaries has the workers erase it once more, in their archive.
 */
export async function forgetChat(
  system: Pick<System, "list" | "memory" | "redis">,
  chat: string,
  wait: Wait = {},
): Promise<Forgotten> {
  const requestId = `admin:${randomUUID()}`;
  const inbound = system.list("inbound");
  const eraseFromLists = createEraseFromLists({
    inbound,
    outbound: system.list("outbound"),
    summaries: system.list("summaries"),
  });
  const mark = await markOfAll(inbound, chat, wait);
  if (mark) await redisForgetMarks(system.redis).set(chat, mark);
  const { tiers, repeatAfterMs } = await system.memory.chat(chat).forget({ requestId, ...wait });
  const { letters, waiting } = await eraseFromLists(chat, mark, wait);
  await redisModelChoices(system.redis).reset(chat);
  const againAtMs = Date.now() + repeatAfterMs;
  const body: SummaryRequest = { v: 1, chatId: chat, forget: { requestId, againAtMs } };
  await system
    .list("summaries")
    .push([{ id: `forget:${requestId}`, lane: `forget:${chat}`, body }], wait);
  return { waiting, letters, tiers };
}
