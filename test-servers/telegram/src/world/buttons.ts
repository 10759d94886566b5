import { TelegramServerError } from "../errors.ts";
import { RpcError } from "../mtproto/rpc-error.ts";
import { children, isObject, long, text, type TlObject } from "../tl/fields.ts";
import type { Call } from "./call.ts";

const mostDataBytes = 64;

/** Refuses buttons as Telegram does before it stores a message. */
export function checkButtons(markup: unknown): void {
  for (const button of buttonsIn(markup)) {
    if (text(button, "text") === "") throw new RpcError(400, "BUTTON_TEXT_INVALID");
    const { data } = button;
    const isWrong = !Buffer.isBuffer(data) || data.length === 0 || data.length > mostDataBytes;
    if (button._ === "keyboardButtonCallback" && isWrong)
      throw new RpcError(400, "BUTTON_DATA_INVALID");
  }
}

/** What a bot answered to somebody who pressed a button. */
export interface CallbackAnswer {
  /** The id as `press` returned it. */
  readonly queryId: bigint;
  /** The note on top of the chat, or in a window if `alert` is true. */
  readonly text?: string;
  readonly alert: boolean;
  readonly url?: string;
}

/** The buttons under messages of bots: who pressed them, and what the bots answered. */
export class Buttons {
  readonly answers: CallbackAnswer[] = [];
  readonly #open = new Set<bigint>();
  #lastQuery = 0n;

  /** The part of an `updateBotCallbackQuery` that comes from the button with this label. */
  press(message: TlObject, label: string): { readonly query_id: bigint; readonly data: unknown } {
    const buttons = buttonsIn(message["reply_markup"]);
    const pressed = buttons.find((button) => text(button, "text") === label);
    if (pressed?._ !== "keyboardButtonCallback")
      throw new TelegramServerError(
        "invalid_argument",
        `Message ${String(message["id"])} has no callback button "${label}": it has ${list(buttons)}.`,
      );
    const query_id = ++this.#lastQuery;
    this.#open.add(query_id);
    return { query_id, data: pressed["data"] };
  }

  /** Lets a query be too old for an answer; one that was answered is so already. */
  expire(queryId: bigint): void {
    this.#open.delete(queryId);
  }

  /** Answers `messages.setBotCallbackAnswer`: every query is answered once, and in time. */
  answer({ request, account }: Pick<Call, "request" | "account">): true {
    if (!account.isBot) throw new RpcError(400, "USER_BOT_REQUIRED");
    const queryId = long(request, "query_id");
    if (!this.#open.delete(queryId)) throw new RpcError(400, "QUERY_ID_INVALID");
    const { message, url } = request;
    this.answers.push({
      queryId,
      alert: request["alert"] === true,
      ...(typeof message === "string" ? { text: message } : {}),
      ...(typeof url === "string" ? { url } : {}),
    });
    return true;
  }
}

const buttonsIn = (markup: unknown): readonly TlObject[] =>
  isObject(markup) ? children(markup, "rows").flatMap((row) => children(row, "buttons")) : [];

const list = (buttons: readonly TlObject[]) =>
  buttons.map((button) => `"${text(button, "text")}"`).join(", ") || "none";
