import type { Analyzer } from "./analyzer.ts";
import { calendarSpan } from "./calendar.ts";
import { fold } from "./fold.ts";
import { relativeSpan } from "./relative-day.ts";
import type { TimeSpan } from "./time-span.ts";

/** Words that ask what was said and do not tell of what, folded. */
const talk = new Set(
  fold(`talk talked talking discuss discussed say said tell told speak spoke spoken chat chatted conversation conversations mention
    mentioned woruber worum reden redeten geredet sprechen sprachen gesprochen besprochen unterhalten gesagt erzahlt gesprach hablar hablamos
    hablado dijimos dije dijiste charlamos conversacion avons avez parler parle parlions discute dit raconte conversation говорили говорил
    говорила разговаривали обсуждали сказал сказала рассказывал рассказывала болтали беседовали розмовляли обговорювали казав казала
    розповідав розповідала балакали تحدثنا قلت قلنا تكلمنا ناقشنا דיברנו דיברתי אמרתי סיפרתי שוחחנו`).split(
    /\s+/u,
  ),
);
/** The same in Chinese, and what stands around it. */
const chineseTalk = /[我你他她们們聊谈談说說讨討论論过過了些啊呢吗嗎的天]|什么|什麼|关于|關於/gu;

/** What a text asks for by time. */
export interface AskedTime extends TimeSpan {
  /** The text names nothing else: "what did we talk about yesterday?" */
  readonly alone: boolean;
}

/** Finds the time that a text asks for, and whether it asks for anything besides. */
export function askedTime(
  text: string,
  {
    nowMs,
    timeZone,
    terms,
  }: { readonly nowMs: number; readonly timeZone: string; readonly terms: Analyzer["terms"] },
): AskedTime | null {
  const lower = text.toLowerCase();
  const span = relativeSpan(lower, nowMs, timeZone) ?? calendarSpan(lower, nowMs);
  if (!span) return null;
  const rest = fold(lower.replace(span.words, " "))
    .replaceAll(chineseTalk, " ")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => !talk.has(word));
  return { ...span, alone: terms(rest.join(" ")).length === 0 };
}
