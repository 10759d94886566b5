import { child, type TlObject } from "../tl/fields.ts";
import type { Entry, MessageEntry } from "./log.ts";

/** How an event of a log is told. */
export function updateOf(entry: Entry): TlObject {
  const counts = { pts: entry.pts, pts_count: entry.ptsCount };
  if (entry.kind === "other") return { ...entry.update, ...counts };
  const where = child(entry.message, "peer_id")._ === "peerChannel" ? "Channel" : "";
  const what = entry.kind === "new" ? "New" : "Edit";
  return { _: `update${what}${where}Message`, message: entry.message, ...counts };
}

/** Two short forms name no people. */
export function shortUpdateOf({ message: full, pts }: MessageEntry): TlObject {
  const { id, date, message, reply_to } = full;
  const common = { id, date, message, reply_to, pts, pts_count: 1 };
  const peer = child(full, "peer_id");
  return peer._ === "peerUser"
    ? { _: "updateShortMessage", ...common, user_id: peer["user_id"] }
    : {
        _: "updateShortChatMessage",
        ...common,
        chat_id: peer["chat_id"],
        from_id: child(full, "from_id")["user_id"],
      };
}
