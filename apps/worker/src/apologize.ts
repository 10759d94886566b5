import { InboundMessage, outboundJob, type OutboundMessage } from "@tgmem/contracts";
import type { Memory } from "@tgmem/memory";
import type { DeadLetter, DeadLetters, Producer } from "@tgmem/queue";
import { textsFor } from "@tgmem/texts";
import { type Cause, causeIn } from "./workflows/cause.ts";

export interface ApologizeDeps {
  readonly inbound: Pick<DeadLetters, "unacknowledged" | "acknowledge">;
  readonly outbound: Producer<OutboundMessage>;
  readonly memory: Pick<Memory, "open">;
}

/**
 * Tells everybody whose message finally failed, once each. It goes by the dead letters that are not acknowledged, not
 * by the event of a burial, so a process that dies in between owes nobody an answer. Resolves with how many it
 * acknowledged; rejects with the first failure when all others are told. The signal ends the wait for the letters; whoever is being told then is told to the end.
 */
export async function apologize(
  { inbound, outbound, memory }: ApologizeDeps,
  options: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  const letters = await inbound.unacknowledged({ limit: 100, ...options });
  const failures: unknown[] = [];
  for (const letter of letters)
    // Nobody waits for an apology because somebody else's cannot be written.
    await tell(letter).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return letters.length;

  async function tell(letter: DeadLetter): Promise<void> {
    const message = parse(letter);
    // A body that cannot be read names nobody to tell.
    if (message) {
      const { replay } = await memory.open(message.chatId, { turnId: letter.id });
      // The answer may be stored though its message died: then that is sent, under the id it would have had.
      const job =
        replay === undefined
          ? apologyFor(letter, message)
          : outboundJob(letter.id, message, replay);
      await outbound.push([job]);
    }
    await inbound.acknowledge(letter.number);
  }
}

/** It stands where the person has read the beginning of an answer that does not come. */
function apologyFor({ number, id, reason }: DeadLetter, message: InboundMessage) {
  const job = outboundJob(`apology:${number}:${id}`, message, sentenceOf(causeIn(reason), message));
  return { ...job, body: { ...job.body, replaces: id } };
}

/** What sending it again helps against is only asked for where it does. */
const byCause: Partial<Record<Cause, "refused" | "noAnswer" | "misconfigured" | "tooLong">> = {
  no_credit: "misconfigured",
  set_up: "misconfigured",
  refused: "refused",
  no_answer: "noAnswer",
  rejected: "misconfigured",
  too_long: "tooLong",
};

function sentenceOf(
  cause: Cause,
  { language, editedAtMs }: Pick<InboundMessage, "language" | "editedAtMs">,
): string {
  const texts = textsFor(language);
  const usual = editedAtMs === undefined ? "apology" : "apologyForEdit";
  return texts[byCause[cause] ?? usual];
}

function parse({ body }: DeadLetter): InboundMessage | undefined {
  try {
    return InboundMessage.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
