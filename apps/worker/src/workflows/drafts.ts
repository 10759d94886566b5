import { type Draft, draftsChannel, type InboundMessage, outboundJob } from "@tgmem/contracts";

/** The part of a Redis client that is needed here. */
interface Publisher {
  /** Commands wait in the client while this is not `ready`. */
  readonly status: string;
  publish(channel: string, message: string): Promise<unknown>;
}

/** One answer that is told of while it is written. */
interface DraftedAnswer {
  /** Takes in the text as far as it is written. Gives whether any of it has been told. */
  heard(text: string): boolean;
  /** Takes in that nobody writes it any more. */
  ended(): void;
}

/** Begins to tell of an answer. Nothing of its text is told once the signal has aborted. */
export type Drafts = (
  jobId: string,
  message: InboundMessage,
  options: { readonly signal: AbortSignal },
) => DraftedAnswer;

/** Whoever answers at once is not told of twice. */
const holdMs = 200;
/** A shorter text waits so long: the first of it is what a phone shows of the message. */
const fewChars = 40;
const holdFewMs = 700;
const everyMs = 500;
/** More than a message of Telegram holds, whatever of it is markup. */
const maxChars = 8_000;

/**
 * Tells whoever listens of answers while they are written. It is a nicety: it neither waits nor fails, and what cannot be
 * told at once is left out.
 */
export function createDrafts(
  redis: Publisher,
  { now = () => performance.now() }: { readonly now?: () => number } = {},
): Drafts {
  const publish = (draft: Draft): Promise<unknown> =>
    redis.publish(draftsChannel, JSON.stringify(draft)).catch(() => {});

  return (jobId, message, { signal }) => {
    let text = "";
    let told: string | undefined;
    let startedAtMs: number | undefined;
    let triedAtMs: number | undefined;
    let isOnItsWay = false;
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;

    function dueAtMs(): number {
      if (triedAtMs !== undefined) return triedAtMs + everyMs;
      startedAtMs ??= now();
      return startedAtMs + (text.length < fewChars ? holdFewMs : holdMs);
    }

    function look(): void {
      clearTimeout(timer);
      if (isOver || signal.aborted) return;
      const waitMs = dueAtMs() - now();
      if (waitMs <= 0) tell();
      else timer = setTimeout(look, waitMs);
    }

    function tell(): void {
      const shown = text.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/u, "");
      if (shown.trim() === "") {
        startedAtMs = undefined;
        return;
      }
      triedAtMs = now();
      if (shown === told) return;
      // One at a time, so that nothing piles up in the client while Redis is slow or away.
      if (isOnItsWay || redis.status !== "ready") return look();
      told = shown;
      isOnItsWay = true;
      void publish({ v: 1, id: jobId, answer: outboundJob(jobId, message, shown).body }).then(
        () => (isOnItsWay = false),
      );
    }

    return {
      heard(written) {
        text = written;
        look();
        return told !== undefined;
      },
      ended() {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        if (told !== undefined && redis.status === "ready") void publish({ v: 1, id: jobId });
      },
    };
  };
}
