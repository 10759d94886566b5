import { type ProcessInfo, readProcesses, type Redis } from "@tgmem/service";
import { type AdminMarks, redisAdminMarks } from "./admin/tell-admins.ts";
import { redisShownDrafts, type ShownDrafts } from "./drafts/shown-drafts.ts";
import { redisSentParts, type SentParts } from "./sent-parts.ts";
import { type AnsweringChats, redisAnsweringChats } from "./typing/answering-chats.ts";

/** What senders keep beside the lists, for all of them: no texts. */
export interface SenderRecords {
  readonly answeringChats: AnsweringChats;
  readonly shownDrafts: ShownDrafts;
  readonly sentParts: SentParts;
  readonly adminMarks: AdminMarks;
  readonly processes: () => Promise<readonly ProcessInfo[]>;
}

export const redisRecords = (
  redis: Parameters<typeof redisAnsweringChats>[0] &
    Parameters<typeof redisShownDrafts>[0] &
    Parameters<typeof readProcesses>[0] &
    Pick<Redis, "get" | "set">,
): SenderRecords => ({
  answeringChats: redisAnsweringChats(redis),
  shownDrafts: redisShownDrafts(redis),
  sentParts: redisSentParts(redis),
  adminMarks: redisAdminMarks(redis),
  processes: () => readProcesses(redis),
});
