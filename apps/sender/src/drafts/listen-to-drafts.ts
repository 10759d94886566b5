import { Draft, draftsChannel } from "@tgmem/contracts";
import type { Redis } from "@tgmem/service";

/** No draft of ours is longer, in characters of its JSON. */
const longest = 1_000_000;

export interface ListenOptions {
  readonly onDraft: (draft: Draft) => void;
  /** Hears of a message that is no draft, or one of a newer release; it is ignored. */
  readonly onInvalid: () => void;
  readonly onError: (error: unknown) => void;
  readonly channel?: string;
}

/**
 * Hears the drafts that workers publish, on a connection that MUST be used for nothing else. After an outage it listens again by
 * itself; what was published meanwhile is missed.
 */
export function listenToDrafts(
  redis: Pick<Redis, "on" | "subscribe">,
  { onDraft, onInvalid, onError, channel = draftsChannel }: ListenOptions,
): void {
  redis.on("message", (_: string, message: string) => {
    const draft = message.length > longest ? undefined : draftOf(message);
    if (draft) onDraft(draft);
    else onInvalid();
  });
  redis.subscribe(channel).catch(onError);
}

function draftOf(message: string): Draft | undefined {
  try {
    return Draft.parse(JSON.parse(message));
  } catch {
    return undefined;
  }
}
