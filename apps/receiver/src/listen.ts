import type { InboundMessage, OutboundMessage, People } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";
import { type Access, type Logger, tracedProducer, type Tracing } from "@tgmem/service";
import type {
  IncomingMessage,
  ListenOptions as TelegramListenOptions,
  TelegramPort,
} from "@tgmem/telegram";
import type { z } from "zod";
import type { receiverEnv } from "./env.ts";
import { showMenus } from "./menu.ts";
import type { observe } from "./observe.ts";
import { createDecisions } from "./people/decisions.ts";
import { createNewcomers } from "./people/newcomers.ts";
import { createPairing } from "./people/pairing.ts";
import { receive } from "./receive.ts";
import { RedisRestarted } from "./safe-in-redis.ts";
import type { WaitingLimit } from "./waiting/waiting-limit.ts";

export interface ListenOptions extends Access {
  readonly env: Pick<
    z.output<typeof receiverEnv>,
    "ADMIN_USER" | "ANSWER_BOTS" | "LIMIT_WAITING_MESSAGES" | "MERGE_WINDOW_MS" | "MODELS"
  >;
  readonly telegram: TelegramPort;
  readonly inbound: Producer<InboundMessage>;
  readonly outbound: Producer<OutboundMessage>;
  readonly waiting: WaitingLimit;
  /** Whom the bot lets talk to it; operators are asked about everybody else. Absent = the whitelist's rule alone. */
  readonly people?: People | undefined;
  /** What the first operator of a bot without one sends to it. */
  readonly pairingCode?: string | undefined;
  /** Hears who has sent it, once. */
  readonly onPaired?: (id: string) => void;
  readonly logger: Logger;
  readonly on: Pick<ReturnType<typeof observe>, "accepted" | "received">;
  readonly tracing: Tracing;
  /** Says when the list can lose nothing any more of what it has; absent = at once. */
  readonly safe?: TelegramListenOptions["safe"];
  readonly signal: AbortSignal;
}

/**
 * Shows the menu and puts what people write on the inbound list, until the signal. What a list may have lost is asked for
 * again, and the list drops what it has.
 */
export async function listen(options: ListenOptions): Promise<void> {
  const { env, telegram, outbound, waiting, whitelist, people, logger, on, tracing, safe, signal } =
    options;
  const account = telegram.account.id;
  if (telegram.account.isBot)
    showMenus(telegram, {
      models: env.MODELS.length > 0,
      operators: env.ADMIN_USER,
      logger,
      signal,
    });
  const { onPress, ...asking } = askOperators(options);
  const inbound = tracedProducer(options.inbound, tracing);
  const take = (message: IncomingMessage) =>
    tracing.span("receive", {}, async (span) =>
      on.received(
        await receive(message, {
          inbound,
          account,
          whitelist,
          people,
          ...asking,
          onAccepted: (id) => {
            span.set({ "messaging.message.id": id });
            on.accepted(id);
          },
          ...(env.LIMIT_WAITING_MESSAGES > 0 && { limit: { waiting, outbound } }),
          isAdministrator: (chatId, userId) => telegram.isAdministrator(chatId, userId, { signal }),
        }),
      ),
    );
  const { MERGE_WINDOW_MS: mergeWindowMs, ANSWER_BOTS: bots } = env;
  const how = { signal, mergeWindowMs, bots, ...(safe && { safe }), ...(onPress && { onPress }) };
  while (!signal.aborted)
    try {
      await telegram.listen(take, how);
    } catch (error) {
      if (!(error instanceof RedisRestarted)) throw error;
      logger.info({ err: error }, "messages of the last seconds are asked for again");
    }
}

function askOperators(options: ListenOptions) {
  const { env, people, telegram, outbound, pairingCode: code, logger, signal } = options;
  if (!people) return {};
  const admins = env.ADMIN_USER;
  const onError = (err: unknown) => logger.warn({ err }, "an operator could not be asked, or told");
  const onPaired = (id: string) => {
    logger.info({ id }, "this person is the operator");
    options.onPaired?.(id);
  };
  return {
    newcomer: createNewcomers({ people, telegram, admins, onError, signal }),
    onPress: createDecisions({ people, telegram, outbound, admins, onError }),
    pair:
      code === undefined ? undefined : createPairing({ code, people, telegram, onPaired, signal }),
  };
}
