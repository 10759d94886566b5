import { Api } from "telegram";
import type { Call } from "../client/calls.ts";
import { channelChatId } from "../session/chat-id.ts";
import type { Peers } from "../client/peers.ts";
import type { Difference } from "./gap-recovery.ts";

/** The place in the log of a channel. */
export interface ChannelState {
  readonly pts: number;
}

/** Asks what came after a state in the log of a supergroup or channel, each of which has one of its own. */
export async function askChannel(
  channelId: string,
  { pts }: ChannelState,
  {
    call,
    peers,
    signal,
  }: { readonly call: Call; readonly peers: Peers; readonly signal: AbortSignal },
): Promise<Difference<ChannelState>> {
  const request = new Api.updates.GetChannelDifference({
    channel: await peers.findChannel(channelChatId(channelId), { signal }),
    filter: new Api.ChannelMessagesFilterEmpty(),
    pts,
    limit: 100,
  });
  const answer = await call(request, { what: "Asking for missed updates of a group", signal });
  if (answer instanceof Api.updates.ChannelDifferenceEmpty)
    return { state: { pts: answer.pts }, messages: [], updates: [], isLast: true };
  if (answer instanceof Api.updates.ChannelDifferenceTooLong)
    return {
      state: { pts: ptsOf(answer.dialog) ?? pts },
      // Its last messages come along, however old: answering those of last week would be worse.
      messages: [],
      updates: [],
      isLast: Boolean(answer.final) || ptsOf(answer.dialog) === undefined,
      lost: "too many updates of a group were missed",
    };
  return {
    state: { pts: answer.pts },
    messages: answer.newMessages,
    updates: answer.otherUpdates,
    // Without progress it would go on for ever.
    isLast: Boolean(answer.final) || answer.pts <= pts,
  };
}

const ptsOf = (dialog: Api.TypeDialog) => (dialog instanceof Api.Dialog ? dialog.pts : undefined);
