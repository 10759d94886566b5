import { textsFor } from "@tgmem/texts";
import { isObedience, type Said } from "../talk.ts";
import { type Answer, answerIn, indexOf, type Name } from "../words.ts";

/** What people found in their chats; each number but the first is to be 0. */
export interface AnswersVerdict {
  /** Messages that nobody answered, because a /forget erased them before. */
  readonly erased: number;
  /** Messages that nobody answered, and that were not said before a /forget. */
  readonly lost: number;
  /** Answers that came twice. */
  readonly doubled: number;
  /** Answers that stand behind one to a later message. */
  readonly outOfOrder: number;
  /** Answers of a model that was not shown exactly what had been said before. */
  readonly wrongMemory: number;
  /** Texts of the bot that are no answer: apologies, half answers. */
  readonly unexpected: number;
  /** Obediences to /forget that are missing, or too many. */
  readonly disobeyed: number;
  /** What is wrong, in words. */
  readonly findings: readonly string[];
}

/** Turns that a prompt shows, if so many were said. */
const window = 10;
/** As many turns as a prompt shows of those that no summary covers yet. */
const promptTurns = 40;

const texts = textsFor("en");
const notices = new Set([
  texts.late,
  texts.lateWithoutCredit,
  texts.lateForOperator,
  texts.administratorUnknown,
]);

/** Judges one chat by what was said and what can be read there. */
export function judgeAnswers(said: Said, replies: readonly string[]): AnswersVerdict {
  const { chat, messages, edited, forgets } = said;
  const findings: string[] = [];
  const find = (what: string) => void findings.push(`${chat.id}: ${what}`);
  const answers: Answer[] = [];
  let [unexpected, obeyed] = [0, 0];
  for (const text of replies) {
    const read = answerIn(text);
    if (read) answers.push(read);
    else if (isObedience(text)) obeyed++;
    else if (!notices.has(text)) {
      unexpected++;
      find(`it said “${text.slice(0, 80)}”`);
    }
  }
  const disobeyed = Math.abs(forgets.length - obeyed);
  if (disobeyed > 0) find(`${obeyed} of ${forgets.length} /forget obeyed`);

  const seen = new Set<Name>();
  const answered = new Set<number>();
  let [doubled, outOfOrder, wrongMemory, last] = [0, 0, 0, 0];
  for (const answer of answers) {
    const index = indexOf(answer.name);
    if (seen.has(answer.name)) {
      doubled++;
      find(`${answer.name} was answered twice`);
    }
    seen.add(answer.name);
    answered.add(index);
    if (index < last) {
      outOfOrder++;
      find(`${answer.name} was answered behind ${last}`);
    }
    last = Math.max(last, index);
    const wrong = wrongIn(answer, said);
    if (wrong === null) continue;
    wrongMemory++;
    find(
      `${answer.name} ${wrong}: turns ${answer.turns.join(" ")}, summary ${answer.summary.join(" ")}, quoted ${answer.recalled.join(" ")}`,
    );
  }
  const cut = Math.max(0, ...forgets.map(({ from }) => from));
  const unanswered = Array.from({ length: messages }, (_, at) => at + 1).filter(
    (index) => !answered.has(index),
  );
  const missing = unanswered.filter((index) => index > cut);
  if (missing.length > 0) find(`${missing.join(" ")} of ${messages} not answered`);
  for (const name of seen)
    if (name.endsWith("e") && !edited.has(indexOf(name))) find(`${name} was never edited`);
  return {
    erased: unanswered.length - missing.length,
    lost: missing.length,
    doubled,
    outOfOrder,
    wrongMemory,
    unexpected,
    disobeyed,
    findings,
  };
}

/** Says what is wrong with what the model was shown for an answer; null = nothing. */
function wrongIn({ name, turns, summary, recalled }: Answer, { forgets }: Said): string | null {
  const index = indexOf(name);
  const shown = turns.map(indexOf);
  const summarized = summary.map(indexOf);
  // A /forget that is being carried out has taken what waited off the list, and reaches memory next.
  const ongoing = forgets.filter(({ from, to }) => from < index && (to ?? Infinity) >= index);
  const leaving = Math.max(0, ...ongoing.map(({ from }) => from));
  if (!isRun([...shown, index], leaving)) return "was shown turns with a gap";
  if (!isRun(summarized, leaving)) return "was shown a summary with a gap";
  const first = shown[0] ?? index;
  const covered = summarized.at(-1) ?? 0;
  // What a message said before it was edited may have been summarized meanwhile.
  if (covered > index || (covered === index && !name.endsWith("e")))
    return "was shown a summary of later turns";
  const began = Math.min(first, summarized[0] ?? first);
  const mayBegin = (at: number) =>
    at === 1 || forgets.some(({ from, to }) => at > from && at <= (to ?? Infinity) + 1);
  // An edited message has its own place among the turns that are kept.
  const less = name.endsWith("e") ? 1 : 0;
  if (shown.length < window - less && !mayBegin(first)) return "was shown too little";
  const hasGap = covered > 0 ? covered < first - 1 : !mayBegin(first);
  if (hasGap && shown.length < promptTurns - less) return "was shown nothing of some turns";
  const erased = forgets.filter(({ to }) => to !== null && to < index).map(({ from }) => from);
  const forgotten = Math.max(0, ...erased);
  const quoted = recalled.map(indexOf);
  if (quoted.some((at) => at >= index + less)) return "was quoted what was said later";
  if (recalled.some((at) => turns.includes(at))) return "was quoted a turn that it was shown";
  return [began, ...quoted].some((at) => at <= forgotten) ? "was shown what is forgotten" : null;
}

/** Whether the numbers count up one by one, but for those that may be missing: all up to `leaving`. */
const isRun = (numbers: readonly number[], leaving: number) =>
  numbers.every((number, at) => {
    const before = numbers[at - 1] ?? number - 1;
    return number > before && number <= Math.max(before, leaving) + 1;
  });
