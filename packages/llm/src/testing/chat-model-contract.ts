import type { ChatModel } from "../chat-model.ts";
import { answerCases } from "./cases/answers.ts";
import { cutCases } from "./cases/cuts.ts";
import { failureCases } from "./cases/failures.ts";
import { silenceCases } from "./cases/silence.ts";
import type { Cases } from "./kit.ts";

/**
 * What the model under test meets: `answers` = a healthy provider, `silent` = one that never answers, `failing` = one that
 * answers with failures alone, `cut` = one whose answers all end at the cap.
 */
export type ChatModelSituation = "answers" | "silent" | "failing" | "cut";

/** Says how the contract comes by the model under test. */
export interface ChatModelContractOptions {
  /** Makes the model of a case, and puts it into the situation. */
  readonly create: (situation: ChatModelSituation) => Promise<ChatModel>;
  /** Called after each case, whatever came of it. */
  readonly destroy?: (model: ChatModel) => Promise<void>;
  /** The situations that can come about: a model without a provider answers, and that is all. @default all */
  readonly situations?: readonly ChatModelSituation[];
}

/** One promise of the port. Any test runner can run it: `it(title, run)`. */
export interface ContractCase {
  /** A sentence that states the promise. */
  readonly title: string;
  /** Rejects when the promise is broken. */
  readonly run: () => Promise<void>;
}

const cases: Readonly<Record<ChatModelSituation, Cases>> = {
  answers: answerCases,
  silent: silenceCases,
  failing: failureCases,
  cut: cutCases,
};

/** Makes the cases that every `ChatModel` has to pass, one for each promise of the port. */
export function chatModelContract({
  create,
  destroy,
  situations = ["answers", "silent", "failing", "cut"],
}: ChatModelContractOptions): readonly ContractCase[] {
  return situations.flatMap((situation) =>
    Object.entries(cases[situation]).map(([title, check]) => ({
      title,
      async run() {
        const model = await create(situation);
        try {
          await check(model);
        } finally {
          await destroy?.(model);
        }
      },
    })),
  );
}
