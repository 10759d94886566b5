import { Api } from "telegram";
import type { Call } from "../client/calls.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { UpdateState } from "../session/session-file.ts";
import { toState } from "../session/update-state.ts";
import type { Difference } from "./gap-recovery.ts";

interface LogContext {
  readonly call: Call;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly signal: AbortSignal;
}

/** Asks what came after a state in the account's log, which private chats and basic groups share. */
export async function askAccount(
  state: UpdateState,
  { call, signal }: LogContext,
): Promise<Difference<UpdateState>> {
  const request = new Api.updates.GetDifference(state);
  const answer = await call(request, { what: "Asking for missed updates", signal });
  if (answer instanceof Api.updates.DifferenceEmpty)
    return { state: { ...state, date: answer.date }, messages: [], updates: [], isLast: true };
  if (answer instanceof Api.updates.DifferenceTooLong)
    return {
      state: { ...state, pts: answer.pts },
      messages: [],
      updates: [],
      isLast: false,
      lost: "too many updates were missed",
    };
  const isLast = answer instanceof Api.updates.Difference;
  return {
    state: toState(isLast ? answer.state : answer.intermediateState),
    messages: answer.newMessages,
    updates: answer.otherUpdates,
    isLast,
  };
}

/** Begins anew where the account's log ends, when Telegram does not know our place in it any more. */
export async function startOver(
  state: UpdateState,
  { call, signal, onEvent }: LogContext,
): Promise<UpdateState> {
  onEvent({ type: "lost", reason: "the saved state of the updates was refused" });
  const request = new Api.updates.GetState();
  const what = "Asking for the state of the updates";
  // Without an answer the same question is asked again.
  return call(request, { what, signal }).then(toState, () => state);
}
