import { Api } from "telegram";
import { TelegramError } from "../../errors.ts";
import type { EditResult, MessageEdit } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import type { Peers } from "../client/peers.ts";
import { rpcFields } from "../client/rpc-errors.ts";
import { toApiMarkup } from "./buttons.ts";
import { toApiEntity } from "./entities.ts";

/** Changes one message; see `TelegramPort.edit`. */
export async function edit(
  { chatId, messageId, text, entities = [], buttons = [] }: MessageEdit,
  { call, peers }: { readonly call: Call; readonly peers: Peers },
  { signal }: { readonly signal: AbortSignal },
): Promise<EditResult> {
  const markup = toApiMarkup(buttons);
  let isPlain = false;
  let resolvedAnew = false;
  for (;;)
    try {
      const peer = await peers.find(chatId, { signal });
      const request = new Api.messages.EditMessage({
        peer,
        id: messageId,
        message: text,
        noWebpage: true,
        ...(isPlain || entities.length === 0 ? {} : { entities: entities.map(toApiEntity) }),
        ...markup,
      });
      await call(request, { what: "Editing", signal });
      return left();
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
      // What an earlier call has done, whose answer was lost.
      if (rpcFields(error.cause).name === "MESSAGE_NOT_MODIFIED") return left();
      if (!mend(error)) throw isOfMessage(error) ? refused(error) : error;
    }

  function left(): EditResult {
    return isPlain ? { without: ["formatting"] } : {};
  }

  /** Each fault is mended once. */
  function mend({ code, policy }: TelegramError): boolean {
    if (code === "formatting_refused" && entities.length > 0 && !isPlain) return (isPlain = true);
    if (code !== "peer_unknown" || policy !== "dead_letter" || resolvedAnew) return false;
    resolvedAnew = true;
    return peers.forget(chatId);
  }
}

/** Whatever is not said of the chat, the account or the text is said of the message. */
const isOfMessage = ({ code }: TelegramError) => code === "reply_refused" || code === "refused";

function refused(error: TelegramError): TelegramError {
  const { name } = rpcFields(error.cause);
  const message = `Editing failed with ${name}: the message is gone, or may not be changed.`;
  return new TelegramError("edit_refused", message, { policy: "fix_payload", cause: error.cause });
}
