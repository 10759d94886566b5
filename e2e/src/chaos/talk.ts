import { setTimeout as pause } from "node:timers/promises";
import { textsFor } from "@tgmem/texts";
import type { Act, ChatPlan } from "./plan.ts";
import { answerIn, indexOf, type Name, textOf } from "./words.ts";
import type { World } from "./world.ts";

/** A /forget, and between which messages of the chat it may have cut. */
export interface Forget {
  /** The number of the last message whose answer could be read when it was said: so far everything is to be gone. */
  readonly from: number;
  /** How many messages had been said when it was said, */
  readonly saidBefore: number;
  /** and when it was obeyed; null as long as it was not. */
  to: number | null;
}

/** What was said in a chat. */
export interface Said {
  readonly chat: ChatPlan;
  /** How many messages. */
  messages: number;
  readonly edited: Set<number>;
  readonly forgets: Forget[];
}

const { forgotten, forgottenSoon } = textsFor("en");
const isObeyed = (text: string) => text === forgotten || text === forgottenSoon;

/** What the bot has written in a chat so far. */
export const repliesIn = ({ telegram }: Pick<World, "telegram">, chat: string): string[] =>
  telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text);

/** Lets people say what is planned, each thing at its time, until all is said or the signal. */
export async function talk(
  world: Pick<World, "telegram">,
  mark: string,
  {
    chats,
    acts,
    signal,
  }: { chats: readonly ChatPlan[]; acts: readonly Act[]; signal: AbortSignal },
): Promise<ReadonlyMap<string, Said>> {
  const { telegram } = world;
  const said = new Map<string, Said>(
    chats.map((chat) => [chat.id, { chat, messages: 0, edited: new Set(), forgets: [] }]),
  );
  const lastIds = new Map<string, number>();
  for (const { id, writers } of chats)
    if (isGroup(id)) telegram.introduce(writers[0] ?? "", { administrates: groupsOf(writers[0]) });
  const begun = performance.now();
  for (const act of acts) {
    while (!signal.aborted && performance.now() - begun < act.atMs) {
      await pause(Math.min(100, Math.max(1, act.atMs - (performance.now() - begun))));
      lookForObedience(world, said);
    }
    if (signal.aborted) break;
    carryOut(act);
  }
  return said;

  function groupsOf(writer: string | undefined): string[] {
    return chats
      .filter(({ id, writers }) => isGroup(id) && writers[0] === writer)
      .map(({ id }) => id);
  }

  function carryOut({ kind, chat, writer, index }: Act): void {
    const where = isGroup(chat) ? { group: chat } : {};
    const of = said.get(chat);
    if (!of) return;
    const words = (name: Name) => (isGroup(chat) ? "@test_bot " : "") + textOf(mark, chat, name);
    if (kind === "say") {
      of.messages = index;
      lastIds.set(chat, telegram.say(writer, words(`${index}`), where));
    } else if (kind === "edit") {
      of.edited.add(index);
      telegram.edit(lastIds.get(chat) ?? 0, words(`${index}e`), where);
    } else {
      const read = repliesIn(world, chat).flatMap((text) => answerIn(text)?.name ?? []);
      of.forgets.push({ from: Math.max(0, ...read.map(indexOf)), saidBefore: index, to: null });
      telegram.say(writer, "/forget", where);
    }
  }
}

const isGroup = (chat: string) => chat.startsWith("-");

/** Notes for each /forget that is obeyed by now how much was said until then. */
export function lookForObedience(
  world: Pick<World, "telegram">,
  said: ReadonlyMap<string, Said>,
): void {
  for (const { chat, messages, forgets } of said.values()) {
    if (forgets.every(({ to }) => to !== null)) continue;
    const obeyed = repliesIn(world, chat.id).filter(isObeyed).length;
    for (const forget of forgets.slice(0, obeyed)) forget.to ??= messages;
  }
}
