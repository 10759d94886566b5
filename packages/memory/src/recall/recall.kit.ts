import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import { chat, start } from "../memory.kit.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { RecallIndex } from "./recall-index.ts";

/** So many words that none of the message before are looked up with them. */
export const question = "Which allergies does my dog Bruno suffer from these days?";
const fact = "My dog Bruno is allergic to peanuts.";

/** An index of which one call, from the first one on, fails, or never answers. */
export function brokenRecall(call: keyof RecallIndex, how: "fails" | "hangs"): RecallIndex {
  const whole = recallIndex(inMemoryPostings());
  const broken = () =>
    how === "hangs"
      ? new Promise<never>(() => {})
      : Promise.reject(new Error("The index was told to fail."));
  return { ...whole, [call]: broken };
}

/** The same index, whose calls fail while they are in the set. */
const breakable = (index: RecallIndex, broken: ReadonlySet<keyof RecallIndex>): RecallIndex => {
  function refuse(call: keyof RecallIndex): void {
    if (broken.has(call)) throw new Error("The index was told to fail.");
  }
  return {
    ...index,
    async add(...args) {
      refuse("add");
      return index.add(...args);
    },
    async replace(...args) {
      refuse("replace");
      return index.replace(...args);
    },
    async forget(...args) {
      refuse("forget");
      return index.forget(...args);
    },
  };
};

/** A memory that finds again what was said, and a person who talks to it. */
export function startRecall(options: Parameters<typeof start>[0] = {}) {
  const broken = new Set<keyof RecallIndex>();
  const index = breakable(recallIndex(inMemoryPostings()), broken);
  const world = start({ recall: index, ...options });
  const { memory } = world;

  async function tell(turnId: string, user: string, assistant = "Noted.") {
    const turn = await memory.open(chat, { turnId });
    return turn.commit({ user, assistant });
  }

  /** Lets a sitting end: what is said afterwards stands not beside what was said before. */
  const pause = () => world.pass(4 * 3_600_000);

  /** Says something, and so much after it that it has left the window and is in the summary. */
  async function tellLongAgo(user = fact, assistant = "Poor Bruno!") {
    await tell("fact", user, assistant);
    pause();
    await world.say(12, "later ");
    await memory.summarize(chat);
  }

  /** The last message of the prompt for this text. */
  async function asked(text = question, turnId = "ask") {
    const turn = await memory.open(chat, { turnId, text });
    return { turn, message: turn.prompt(text).at(-1)?.content ?? "" };
  }

  async function inIndex(): Promise<readonly string[]> {
    const ids: string[] = [];
    for await (const part of index.turns(chat)) ids.push(...part.map(({ turnId }) => turnId));
    return ids;
  }

  return { ...world, index, broken, tell, pause, tellLongAgo, asked, inIndex };
}
