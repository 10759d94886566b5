import { child, int, type TlObject } from "../tl/fields.ts";
import { type Call, chatIn } from "./call.ts";
import { updateOf } from "./updates.ts";
import type { World } from "./world.ts";

/** Answers `updates.getDifference`. */
export function difference({ request, account, login }: Call, world: World): TlObject {
  const { log } = account;
  const known = int(request, "pts");
  const date = Math.floor(Date.now() / 1000);
  if (known >= log.pts) return { _: "updates.differenceEmpty", date, seq: 1 };
  const { messages, others, isLast, pts } = log.after(known, world.settings.sliceSize);
  return {
    _: isLast ? "updates.difference" : "updates.differenceSlice",
    new_messages: messages,
    new_encrypted_messages: [],
    other_updates: others.map(updateOf),
    ...world.around(account, login),
    [isLast ? "state" : "intermediate_state"]: account.state(pts),
  };
}

/** Answers `updates.getChannelDifference`. */
export function channelDifference(call: Call, world: World): TlObject {
  const { request, account, login } = call;
  const log = account.logOf(chatIn(call, child(request, "channel")));
  const known = int(request, "pts");
  if (known >= log.pts) return { _: "updates.channelDifferenceEmpty", final: true, pts: log.pts };
  const limit = Math.min(world.settings.sliceSize, int(request, "limit"));
  const { messages, others, isLast, pts } = log.after(known, limit);
  return {
    _: "updates.channelDifference",
    final: isLast,
    pts,
    new_messages: messages,
    other_updates: others.map(updateOf),
    ...world.around(account, login),
  };
}
