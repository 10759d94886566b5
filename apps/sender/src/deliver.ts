import type { InboundMessage, OutboundMessage, Place, SummaryRequest } from "@tgmem/contracts";
import { consume, type Queue } from "@tgmem/queue";
import type { Access, Outages, Redis, Tracing } from "@tgmem/service";
import type { TelegramPort } from "@tgmem/telegram";
import type { z } from "zod";
import { createTellAdmins } from "./admin/tell-admins.ts";
import { createDrafts } from "./drafts/drafts.ts";
import { listenToDrafts } from "./drafts/listen-to-drafts.ts";
import type { senderEnv } from "./env.ts";
import type { observe } from "./observe.ts";
import { createRateLimiter } from "./pace/rate-limiter.ts";
import type { AskedPacer } from "./pace/shared-pacer.ts";
import type { SenderRecords } from "./redis-records.ts";
import { renderedParts } from "./rendered-parts.ts";
import { send } from "./send.ts";
import { bestEffort } from "./sent-parts.ts";
import { tracedSend } from "./traced-send.ts";
import { createTyping } from "./typing/typing.ts";

/** Who is let in gets answers. */
export interface DeliverOptions extends Access {
  readonly env: Pick<z.output<typeof senderEnv>, "ADMIN_USER">;
  /** Whether somebody may come to stand in ADMIN_USER meanwhile. @default false */
  readonly isPairing?: boolean;
  readonly telegram: TelegramPort;
  readonly lists: {
    readonly inbound: Queue<InboundMessage>;
    readonly outbound: Queue<OutboundMessage>;
    readonly summaries: Queue<SummaryRequest>;
  };
  readonly records: SenderRecords;
  readonly pacer: AskedPacer;
  /** Hears answers while they are written; absent = nobody sees them before their end. */
  readonly drafts: Pick<Redis, "on" | "subscribe"> | undefined;
  readonly on: ReturnType<typeof observe>;
  readonly outages: Pick<Outages, "listen">;
  readonly tracing: Tracing;
  /** Resolves when the sending may begin. @default at once */
  readonly begin?: () => Promise<void>;
  readonly fail: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Sends what waits on the outbound list, until the signal, and tells operators what is wrong. */
export async function deliver(options: DeliverOptions): Promise<void> {
  const { telegram, lists, records, whitelist, people, on, tracing, fail, signal } = options;
  const { outbound } = lists;
  const access = { whitelist, people };
  const rateLimiter = createRateLimiter(options.pacer);
  const typing = createTyping({
    telegram,
    answeringChats: records.answeringChats,
    ...access,
    onError: on.ignored,
  });
  const drafts =
    options.drafts &&
    createDrafts({
      telegram,
      ...access,
      rateLimiter,
      shownDrafts: records.shownDrafts,
      // On the outbound list a lane is named by its chat.
      isOwed: async (chatId) => (await outbound.peek(chatId, { limit: 1 })).length > 0,
      onEvent: on.draft,
      now: () => performance.now(),
    });
  const sending = {
    telegram,
    ...access,
    rateLimiter,
    drafts,
    renderedParts: renderedParts(),
    sentParts: bestEffort(records.sentParts, { onError: on.ignored }),
    onAnswer: (place: Place) => typing.answered(place),
    onStopped: fail,
    onEvent: on.send,
  };
  const consumer = consume(
    outbound,
    tracedSend((job, { signal: lost }) => send(job, sending, { signal: lost }), tracing),
    {
      concurrency: 20,
      // After a crash the chats in flight wait this long.
      leaseMs: 5_000,
      onEvent: on.queue,
      onTake: on.taken,
    },
  );
  tellAdmins(options);
  await options.begin?.();
  void typing.run({ signal });
  if (drafts && options.drafts)
    listenToDrafts(options.drafts, {
      onDraft: (draft) => drafts.heard(draft),
      onInvalid: on.invalidDraft,
      onError: on.ignored,
    });
  void drafts?.run({ signal });
  await consumer.run({ signal });
}

function tellAdmins(options: DeliverOptions): void {
  const { env, isPairing = false, lists, records, outages, on, signal } = options;
  if (env.ADMIN_USER.size === 0 && !isPairing) return;
  const { adminMarks: marks, processes } = records;
  const telling = createTellAdmins({
    marks,
    lists: Object.entries(lists).map(([name, queue]) => ({ name, queue })),
    processes,
    outbound: lists.outbound,
    admins: env.ADMIN_USER,
    onError: on.ignored,
  });
  outages.listen((event) => {
    if (event.type === "over" && event.outage.kind === "redis")
      void telling.wasAway(event.lastedMs);
  });
  void telling.run({ signal });
}
