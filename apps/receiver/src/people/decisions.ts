import type { OutboundMessage, People, Person } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";
import type { ButtonPress, PressAnswer } from "@tgmem/telegram";
import { textsFor } from "@tgmem/texts";
import { operatorsOf } from "./newcomers.ts";
import { type Asking, outcome, verdictIn } from "./question.ts";

export interface DecisionsOptions {
  readonly people: Pick<People, "answer" | "list">;
  readonly telegram: Pick<Asking, "edit">;
  readonly outbound: Producer<OutboundMessage>;
  readonly admins: ReadonlySet<string>;
  /** Hears of a question that could not be changed to show its outcome. */
  readonly onError: (error: unknown) => void;
}

/**
 * Makes what a button of a question does: the first press of an operator decides, the person who is let in is told, and every
 * question about that person shows the outcome. A press of anybody else, and of a question that is over, decides nothing.
 */
export function createDecisions(options: DecisionsOptions) {
  const { people, telegram, outbound, admins, onError } = options;

  return async function onPress(
    { pressId, chatId, messageId, userId, data }: ButtonPress,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<PressAnswer | undefined> {
    const verdict = verdictIn(data);
    if (!verdict || chatId !== userId || !(await operatorsOf(people, admins)).has(userId))
      return undefined;
    const { id, standing } = verdict;
    const { isDecided, person } = await people.answer(id, standing, userId);
    if (isDecided && person && standing === "allowed")
      await outbound.push([welcome(person, pressId)], { signal });
    const shown = outcome(id, person);
    const questions = { ...person?.questions, [chatId]: messageId };
    for (const [operator, question] of Object.entries(questions))
      await telegram
        .edit({ chatId: operator, messageId: question, ...shown }, { signal })
        .catch(onError);
    return { text: isDecided ? "Done." : "This was decided before." };
  };
}

function welcome({ id, language }: Person, pressId: string) {
  const { admitted } = textsFor(language).newcomer;
  const body = { v: 1, chatId: id, userId: id, text: admitted } as const;
  return { id: `admitted:${id}:${pressId}`, lane: id, body };
}
