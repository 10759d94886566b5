import { Api } from "telegram";
import { BoundedMap } from "../../bounded-map.ts";
import { tookLonger, withDeadline } from "../../deadline.ts";
import type { ButtonPress, ListenOptions, PressAnswer } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import type { TelegramEvent } from "../client/options.ts";
import { chatIdOf } from "../session/chat-id.ts";
import type { KnownPeople } from "../session/known-people.ts";

export interface PressesOptions {
  readonly onPress: ListenOptions["onPress"];
  readonly call: Call;
  readonly people: Pick<KnownPeople, "sender">;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly signal: AbortSignal;
}

/** Telegram waits about so long for the answer to a press. */
const handleMs = 10_000;
const answerMs = 10_000;
/** Presses at work at once. Those above are not heard: whoever presses so often presses again. */
const most = 100;
const maxRemembered = 1_000;

/** Gives presses of buttons to the handler, and its answers to Telegram: without one the button would seem to be at work. */
export class Presses {
  readonly #options: PressesOptions;
  readonly #seen = new BoundedMap<true>(maxRemembered);
  readonly #atWork = new Set<Promise<void>>();

  constructor(options: PressesOptions) {
    this.#options = options;
  }

  take(update: Api.UpdateBotCallbackQuery): void {
    const { onPress, signal } = this.#options;
    const pressId = update.queryId.toString();
    if (!onPress || signal.aborted || this.#seen.has(pressId) || this.#atWork.size >= most) return;
    this.#seen.set(pressId, true);
    const work = this.#answer(update, onPress);
    this.#atWork.add(work);
    void work.then(() => this.#atWork.delete(work));
  }

  /** Resolves when every press that is at work has its answer. */
  async idle(): Promise<void> {
    await Promise.all(this.#atWork);
  }

  async #answer(
    update: Api.UpdateBotCallbackQuery,
    onPress: NonNullable<ListenOptions["onPress"]>,
  ): Promise<void> {
    const { call, onEvent } = this.#options;
    try {
      const answer = await this.#handle(pressOf(update, this.#options), onPress);
      const { text: message, alert = false } = answer ?? {};
      const request = new Api.messages.SetBotCallbackAnswer({
        queryId: update.queryId,
        cacheTime: 0,
        ...(message ? { message, alert } : {}),
      });
      await call(request, { what: "Answering a pressed button", ms: answerMs });
    } catch (error) {
      // Most of all that it is too old by now.
      const said = error instanceof Error ? error.message : "";
      onEvent({ type: "warning", message: said || "A pressed button got no answer." });
    }
  }

  async #handle(
    press: ButtonPress,
    onPress: NonNullable<ListenOptions["onPress"]>,
  ): Promise<PressAnswer | undefined> {
    const { onEvent, signal } = this.#options;
    const late = new AbortController();
    try {
      const working = onPress(press, { signal: AbortSignal.any([signal, late.signal]) });
      const handled = withDeadline(working, {
        ms: handleMs,
        late: tookLonger("The handler of a pressed button", handleMs),
      });
      return (await handled) ?? undefined;
    } catch (error) {
      const name = error instanceof Error ? error.name : "an error";
      onEvent({ type: "warning", message: `A pressed button was not handled: ${name}.` });
      return undefined;
    } finally {
      late.abort();
    }
  }
}

function pressOf(
  { queryId, peer, msgId, userId, data }: Api.UpdateBotCallbackQuery,
  { people }: Pick<PressesOptions, "people">,
): ButtonPress {
  const sender = people.sender(userId.toString());
  return {
    pressId: queryId.toString(),
    chatId: chatIdOf(peer),
    messageId: msgId,
    userId: userId.toString(),
    ...(sender ? { sender } : {}),
    data: data?.toString() ?? "",
  };
}
