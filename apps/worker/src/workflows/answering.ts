import type { Drafts } from "./drafts.ts";
import type { Notices } from "./notices.ts";
import type { ReplyDeps } from "./reply.ts";
import { type InboundMessage, isCommand } from "@tgmem/contracts";
import type { Stops } from "../stops.ts";

export interface AnsweringOptions {
  /** Shows “typing…” where a message was written, until the returned function is called. */
  readonly mark: (message: InboundMessage) => () => void;
  readonly notices: Pick<Notices, "answering">;
  /** Says since when a message fails, in ms since 1970. */
  readonly sinceMs: (id: string) => number | undefined;
  /** Shows the answer itself while it is written; without it nobody sees any of it before its end. */
  readonly drafts?: Drafts | undefined;
  /** Lets people stop an answer; without it nobody can. */
  readonly stops?: Pick<Stops, "begin"> | undefined;
}

/** Makes what a person sees while an answer is made: “typing…”, the answer as far as it is written, and that it is late. */
export const createAnswering =
  ({
    mark,
    notices,
    sinceMs,
    drafts,
    stops,
  }: AnsweringOptions): NonNullable<ReplyDeps["answering"]> =>
  (jobId, message, options) => {
    const unmark = mark(message);
    const patience = notices.answering(jobId, message, sinceMs(jobId));
    const draft = drafts?.(jobId, message, options);
    const stoppable = isCommand(message.text) ? undefined : stops?.begin(jobId, message);
    return {
      onText: draft && ((text) => void (draft.heard(text) && patience.grows())),
      stop: stoppable?.signal,
      async ended() {
        stoppable?.ended();
        draft?.ended();
        await patience.ended();
        unmark();
      },
    };
  };
