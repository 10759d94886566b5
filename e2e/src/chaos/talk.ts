import { setTimeout as pause } from "node:timers/promises";
import { textsFor } from "@tgmem/texts";
import type { Act, ChatPlan } from "./plan.ts";
import { type Name, textOf } from "./words.ts";
import type { World } from "./world.ts";

/** What people read and write in Telegram. */
export interface Telegram {
  readonly telegram: {
    readonly sent: readonly { readonly chatId: string; readonly text: string }[];
    say(writer: string, text: string, where: { group?: string }): number;
  };
}

/** A /forget, and between which messages of the chat it may have cut. */
export interface Forget {
  /** How many messages had been said when it was said: so far everything is to be gone, whether it was answered or not. */
  readonly from: number;
  /** How many had been said when it was obeyed; null as long as it was not. */
  to: number | null;
}

/** What was said in a chat. */
export interface Said {
  readonly chat: ChatPlan;
  /** How many messages. */
  messages: number;
  readonly edited: Set<number>;
  /** Without those that the bot could not carry out, because it could not ask Telegram for the administrators. */
  readonly forgets: Forget[];
  /** How many answers to a /forget have been read. */
  heard: number;
}

const { forgotten, forgottenSoon, forgottenWaiting, administratorUnknown } = textsFor("en");
const obediences = new Set(
  [forgotten, forgottenSoon].flatMap((text) => [text, `${text} ${forgottenWaiting}`]),
);

/** Whether the bot says that it has carried out a /forget. */
export const isObedience = (text: string): boolean => obediences.has(text);

/** What the bot has written in a chat so far. */
export const repliesIn = ({ telegram }: Telegram, chat: string): string[] =>
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
    chats.map((chat) => [chat.id, { chat, messages: 0, edited: new Set(), forgets: [], heard: 0 }]),
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
      sayForget(world, of, writer);
    }
  }
}

function sayForget(world: Telegram, of: Said, writer: string): void {
  const { chat, messages, forgets } = of;
  forgets.push({ from: messages, to: null });
  world.telegram.say(writer, "/forget", isGroup(chat.id) ? { group: chat.id } : {});
}

const isGroup = (chat: string) => chat.startsWith("-");

/**
 * Notes for each /forget that is obeyed by now how much was said until then. Whoever is told that Telegram could not be
 * asked says it again, as the bot asks them to.
 */
export function lookForObedience(world: Telegram, said: ReadonlyMap<string, Said>): void {
  for (const of of said.values()) {
    const { chat, messages, forgets } = of;
    if (forgets.every(({ to }) => to !== null)) continue;
    const answers = repliesIn(world, chat.id).filter(
      (text) => isObedience(text) || text === administratorUnknown,
    );
    for (const answer of answers.slice(of.heard)) {
      of.heard++;
      const at = forgets.findIndex(({ to }) => to === null);
      const forget = forgets[at];
      if (!forget) continue;
      if (answer !== administratorUnknown) forget.to = messages;
      else {
        forgets.splice(at, 1);
        sayForget(world, of, chat.writers[0] ?? "");
      }
    }
  }
}
