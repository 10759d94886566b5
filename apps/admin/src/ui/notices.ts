import type { Context } from "hono";
import { z } from "zod";
import { counted } from "../counted.ts";

const notices: Readonly<Record<string, (found: number) => string>> = {
  replayed: (found) => `${counted(found, "dead letter")} will be tried again.`,
  dropped: (found) => `${counted(found, "dead letter")} dropped.`,
  none_selected: () => "Nothing was selected: tick the letters that you mean.",
  not_understood: () => "Nothing was done: the form was not complete.",
  list_paused: () => "The list is paused: it hands out nothing more, and takes in what comes.",
  list_resumed: () => "The list goes on.",
  chat_paused: () => "The chat is held up: its messages wait until you let it go on.",
  chat_resumed: () => "The chat goes on.",
  corrected: () => "The summary is corrected, and the next one builds on it.",
  forgotten: () => "The chat is forgotten.",
  forgotten_soon: () =>
    "The chat is forgotten here. Airtable did not answer: a worker erases it there.",
};

const Query = z.object({
  notice: z.string().optional(),
  count: z.coerce.number().int().min(0).catch(0),
});

/** Says what the form before this page did, which the address names by a word. */
export function noticeOf(c: Context): string | undefined {
  const { notice, count } = Query.parse(c.req.query());
  return notice !== undefined && Object.hasOwn(notices, notice)
    ? notices[notice]?.(count)
    : undefined;
}
