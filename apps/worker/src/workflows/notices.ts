import { type InboundMessage, outboundJob, type OutboundMessage } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";
import { type Texts, textsFor } from "@tgmem/texts";
import type { Cause } from "./cause.ts";
import type { Failure } from "./retry-policy.ts";

/** Tells people, once for each message, that its answer is late, and why if that helps them. */
export interface Notices {
  /** Takes in that a message failed. It resolves when its person was told, or need not be. */
  failed(jobId: string, message: InboundMessage, failure: Failure): Promise<void>;
  /** Takes in that a message is being answered. `sinceMs` is when it failed first. */
  answering(jobId: string, message: InboundMessage, sinceMs?: number): Patience;
}

/** How long somebody waits for an answer that is being made. */
interface Patience {
  /** Takes in that the person sees the answer grow. */
  grows(): void;
  /** Takes in that the answer is made, or has failed. It resolves when all is told, so that nothing comes after the answer. */
  ended(): Promise<void>;
}

export interface NoticesOptions {
  readonly outbound: Producer<OutboundMessage>;
  /** Says whether nobody asked this before with the same id, in any process. */
  readonly isFirst: (id: string) => Promise<boolean>;
  /** Hears of a notice that could not be given; the answer is worth more than it. */
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

/** Trouble that lasts so long is more than a hiccup. */
const troubleMs = 20_000;
/** Longer than most models think, and shorter than their deadline. */
const slowMs = 45_000;

/** What waiting alone does not help against is told at once. */
const atOnce: ReadonlySet<Cause> = new Set<Cause>(["no_credit", "set_up"]);

const sentenceOf = (cause: Cause, { late, lateWithoutCredit, lateForOperator }: Texts): string => {
  if (cause === "no_credit") return lateWithoutCredit;
  return cause === "set_up" ? lateForOperator : late;
};

/** Makes the notices of one process. */
export function createNotices({
  outbound,
  isFirst,
  onError,
  now = Date.now,
}: NoticesOptions): Notices {
  async function tell(jobId: string, message: InboundMessage, cause: Cause): Promise<void> {
    try {
      if (!(await isFirst(jobId))) return;
      const text = sentenceOf(cause, textsFor(message.language));
      await outbound.push([outboundJob(`late:${jobId}`, message, text)]);
    } catch (error) {
      onError(error);
    }
  }

  return {
    async failed(jobId, message, failure) {
      if (failure.action === "bury") return;
      const isDue = atOnce.has(failure.cause) || now() - failure.sinceMs >= troubleMs;
      if (isDue) await tell(jobId, message, failure.cause);
    },
    answering(jobId, message, sinceMs) {
      let telling: Promise<void> | undefined;
      const tellLate = () => void (telling = tell(jobId, message, "trouble"));
      const untilMs = sinceMs === undefined ? now() + slowMs : sinceMs + troubleMs;
      let timer = setTimeout(tellLate, Math.max(0, untilMs - now()));
      return {
        grows() {
          if (telling) return;
          clearTimeout(timer);
          timer = setTimeout(tellLate, slowMs);
        },
        async ended() {
          clearTimeout(timer);
          await telling;
        },
      };
    },
  };
}
