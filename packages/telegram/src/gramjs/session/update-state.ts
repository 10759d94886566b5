import type { Api } from "telegram";
import type { UpdateState } from "./session-file.ts";

/** Takes what a session file keeps of the state that Telegram tells. */
export const toState = ({ pts, qts, date }: Api.updates.State): UpdateState => ({ pts, qts, date });
