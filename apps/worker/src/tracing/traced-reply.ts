import type { Tracing } from "@tgmem/service";
import type { ChatDeps } from "../workflows/ai-chat.ts";

/** The same reply, with the wait for it, as steps of the trace that the message brought along. */
export function tracedReply(
  reply: ChatDeps["reply"],
  tracing: Pick<Tracing, "span" | "past">,
): ChatDeps["reply"] {
  return (id, message, options) => {
    const { trace: parent } = message;
    const attributes = { "messaging.message.id": id };
    const { waitedMs } = options;
    if (waitedMs !== undefined)
      tracing.past("wait for a run", { parent, attributes, beganAtMs: Date.now() - waitedMs });
    return tracing.span("run", { parent, attributes }, () => reply(id, message, options));
  };
}
