import type { Api } from "telegram";
import type { UpdateState } from "./session-file.ts";

/** What a session file keeps of the state that Telegram tells. */
export const toState = ({ pts, qts, date }: Api.updates.State): UpdateState => ({ pts, qts, date });
