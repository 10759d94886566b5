import type { OutboundMessage } from "@tgmem/contracts";
import type { Handler } from "@tgmem/queue";
import type { Tracing } from "@tgmem/service";

/** The same handler, with the wait for it, as steps of the trace that the job brought along. */
export function tracedSend(
  handle: Handler<OutboundMessage>,
  tracing: Pick<Tracing, "span" | "past">,
): Handler<OutboundMessage> {
  return (job, options) => {
    const { id, pushedAtMs: beganAtMs, body } = job;
    const { trace: parent } = body;
    const attributes = { "messaging.message.id": id };
    if (beganAtMs !== undefined)
      tracing.past("wait for the sender", { parent, attributes, beganAtMs });
    return tracing.span("send", { parent, attributes }, () => handle(job, options));
  };
}
