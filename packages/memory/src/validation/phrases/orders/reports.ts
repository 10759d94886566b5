import type { Phrases } from "../phrases.ts";

/** An order that somebody gave to a machine, as it is told: "he told it to …". */
export const reportedOrders: Phrases = {
  en: [
    /(?:tell|told|ask|order|instruct|prompt|got|get|trick|convinc|persuad|command)\p{L}* (?:it|them|him|her|one|(?:the|a|an|our|their|his|her|my|its) (?:\S+ )?\p{L}+) (?:\S+ ){0,4}?(?:to|into)/u,
  ],
  ru: [
    /(?:сказал|велел|приказал|попросил|написал|заставил|уговорил|скомандовал)\p{L}* (?:\S+ ){0,4}?(?:\p{L}+(?:ть|ти)|чтобы)/u,
  ],
  uk: [
    /(?:сказа|веліл|велів|наказа|попроси|написа|змуси|вмови)\p{L}* (?:\S+ ){0,4}?(?:\p{L}+ти|щоб)/u,
  ],
  es: [
    /(?:dij|pid|orden|mand|hizo|hice|convenc|diciéndo|pidiéndo|ordenándo)\p{L}* (?:\S+ ){0,4}?(?:que|\p{L}+(?:ar|er|ir))/u,
  ],
  fr: [
    /(?:dit|demandé|ordonné|poussé|convaincu|disant|demandant|ordonnant|fait) (?:\S+ ){0,4}?(?:de|d'\p{L}+|à|que)/u,
  ],
  de: [
    /(?:sagte|gesagt|befahl|befohlen|bat|gebeten|brachte|gebracht|forderte|aufgefordert|angewiesen|wies) (?:\S+ ){0,6}?(?:zu|solle|soll|\p{L}+zu\p{L}+)/u,
  ],
  ar: [/(?:طلب|قال|قلت|امر|اقنع|خدع)\p{L}* .{0,24}ان/u],
  zh: [/(?:让|叫|要求|命令|骗|诱导)(?:它|他|她|机器人|模型)/u],
  ja: [/(?:よう(?:に)?|と)(?:言っ|命じ|頼ん|指示し|入力し|伝え)(?:た|て)/u],
};

/** Somebody showed it, once: what is told of the past tells nobody to do it. */
export const revealed: Phrases = {
  en: [
    /(?:revealed|disclosed|leaked|exposed|printed|showed|shown|repeated|spilled|spilt|gave (?:up|away|out)|dumped|handed (?:out|over)|quoted|recited)/u,
    /(?:got|gotten|get|getting|made|making|tricked) (?:it|one|them|the \p{L}+|(?:\S+ )?(?:chat)?bots?) (?:to |into )(?:\S+ )?(?:reveal|disclos|leak|expos|print|show|repeat|spill|giv|dump|hand|quot|recit)\p{L}*/u,
  ],
  ru: [/(?:раскрыл|разгласил|показал|выдал|вывел|напечатал|повторил|процитировал|слил)(?:а|о|и)?/u],
  uk: [
    /(?:розкри|розголоси|показа|вида|виві|вивел|надрукува|повтори|процитува|злил?)(?:в|ла|ло|ли)/u,
  ],
  es: [
    /(?:reveló|mostró|filtró|soltó|imprimió|repitió|divulgó|(?:ha|había) (?:revelado|mostrado|filtrado|soltado|repetido))/u,
  ],
  fr: [
    /(?:a|avait|ont) (?:\p{L}+ )?(?:révélé|divulgué|montré|affiché|répété|lâché|donné|récité|dévoilé)/u,
  ],
  de: [
    /(?:verriet|zeigte|offenbarte|wiederholte|verraten|gezeigt|preisgegeben|ausgegeben|ausgespuckt|offengelegt) ?(?:hat|hatte)?/u,
  ],
  ar: [/(?<!\p{L})(?:كشف|افشي|عرض|اظهر|طبع|سرب)(?:ت|وا)?(?!\p{L})/u],
  zh: [/(?:透露|泄露|泄漏|吐出|说出|输出|打印)(?:了|过)/u],
  ja: [/(?:漏らし|開示し|出力し|表示し|明かし|吐い)(?:た|て)/u],
};
