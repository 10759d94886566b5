import type { Phrases } from "../phrases.ts";

/** How an assistant is made up inside: nobody's life has to do with it. */
export const insideOfAssistant: Phrases = {
  en: [
    /(?:hidden|internal|inner|secret|underlying|confidential) (?:\p{L}+ )?(?:set-?up|settings?|configurations?|config|workings|notes|directives?|parameters?|logs?)/u,
  ],
  ru: [
    /(?:скрыт|внутренн|секретн|тайн|служебн)\p{L}+ (?:\p{L}+ )?(?:настро|конфигурац|параметр|установк|директив|заметк|журнал)\p{L}*/u,
  ],
  uk: [
    /(?:прихован|внутрішн|секретн|таємн|службов)\p{L}+ (?:\p{L}+ )?(?:налаштуван|конфігурац|параметр|установк|директив|нотатк|журнал)\p{L}*/u,
  ],
  es: [
    /(?:configuraci(?:ón|ones)|ajustes|parámetros|directrices|notas|registros) (?:\p{L}+ )?(?:intern|ocult|secret|confidencial)\p{L}*/u,
  ],
  fr: [
    /(?:configurations?|réglages|paramètres|paramétrage|directives|notes|journaux) (?:intern|caché|secr|confidentiel)\p{L}*/u,
  ],
  de: [
    /(?:intern|versteckt|verborgen|geheim|vertraulich)\p{L}* (?:\p{L}+ )?(?:vorgaben?|einstellung(?:en)?|konfiguration(?:en)?|parameter|richtlinien?|notizen|protokolle?)/u,
  ],
  ar: [
    /(?:ال)?(?:اعدادات|ضبط|تكوين|معايير|توجيهات|سجلات|ملاحظات)\p{L}* (?:ال)?(?:داخلي|مخفي|خفي|سري)\p{L}*/u,
  ],
  zh: [/(?:内部|隐藏|后台|秘密|机密|底层)的?(?:设定|设置|配置|参数|规范|日志|笔记)/u],
  ja: [
    /(?:内部|隠し|隠された|裏|秘密の|非公開の?)の?(?:設定|構成|パラメータ|方針|ログ|メモ|仕様)/u,
  ],
};

/** Whoever reads prompts, in any case and of any sex: the wide net for what is suspect by itself. */
export const readers: Phrases = {
  en: [
    /(?:assistant|ai|chatbot|bot|model|llm)(?:'s)?/u,
    /whoever (?:picks up|answers|handles|takes|reads|continues) (?:this|her|his|the|these)/u,
  ],
  ru: [/(?:помощник|помощниц|ассистент|чат-бот|бот|нейросет|модел)\p{L}*/u, /ии/u],
  uk: [/(?:помічник|помічниц|асистент|чат-бот|бот|нейромереж|модел)\p{L}*/u, /ші/u],
  es: [
    /(?:asistente|chatbot|bot|modelo|ia)/u,
    /quien (?:l[aeo] )?(?:atienda|responda|conteste|lea)/u,
  ],
  fr: [/(?:l'|d')?(?:assistante?|chatbot|bot|modèle|ia)/u],
  de: [/(?:ki-)?(?:assisten\p{L}+|ki|bots?|chatbots?|(?:sprach)?modells?)/u],
  ar: [/(?:ال|لل)(?:مساعد|روبوت|بوت|نموذج)/u],
  zh: [/(?:助手|助理|机器人|模型|ai)/u],
  ja: [/(?:アシスタント|ボット|モデル|ai)/u],
};

/** The answers of an assistant. */
export const answerWords: Phrases = {
  en: [/(?:answers|replies|responses)/u],
  ru: [/ответ(?:ы|ах|ов|ам|ами)/u],
  uk: [/відповід(?:і|ях|ей|ям|ями)/u],
  es: [/respuestas/u],
  fr: [/réponses/u],
  de: [/antworten/u],
  ar: [/(?:ال)?(?:ردود|اجابات|اجوبة)/u],
  zh: [/(?:回答|回复|答复)/u],
  ja: [/(?:回答|返答|返信|応答)/u],
};

/** Answers that keep back what protects the person. */
export const withoutWarnings: Phrases = {
  en: [
    /leav(?:e|es|ing) (?:\p{L}+ ){0,3}(?:safety|warning|caveat|risk)\p{L}*/u,
    /(?:skip|omit|leav(?:e|es|ing) out|drop|without|free of|lack|suppress|no longer|never|not|no)(?:s|ted|ting|ped|ping)? (?:\p{L}+ ){0,4}(?:warn|caveat|disclaimer|safety|risks?)\p{L}*/u,
  ],
  ru: [
    /(?:без|опуска\p{L}*|не|пропуска\p{L}*|убра\p{L}*) (?:\p{L}+ ){0,3}(?:предупрежд|предостереж|оговор|риск|опасност)\p{L}*/u,
  ],
  uk: [
    /(?:без|опуска\p{L}*|не|пропуска\p{L}*|прибра\p{L}*) (?:\p{L}+ ){0,3}(?:попередж|застереж|ризик|небезпек)\p{L}*/u,
  ],
  es: [
    /dej\p{L}* (?:a un lado|de lado|fuera) (?:\p{L}+ ){0,2}adverten\p{L}*/u,
    /(?:sin|omit\p{L}*|no|nunca|prescind\p{L}*|elimin\p{L}*) (?:\p{L}+ ){0,4}(?:adverten|advert|adviert|aviso|riesgo|precauci)\p{L}*/u,
  ],
  fr: [
    /épargn\p{L}* (?:\p{L}+ ){0,2}(?:mises? en garde|avertissement)\p{L}*/u,
    /(?:sans|omet\p{L}*|passe\p{L}*|plus|jamais|supprim\p{L}*) (?:\p{L}+ ){0,4}(?:mises? en garde|avertissement|avertir|risques?|précaution)\p{L}*/u,
  ],
  de: [
    /(?:bedenken|vorbehalte|warnungen) (?:\S+ ){0,2}für sich/u,
    /(?:ohne|verzicht\p{L}*|kein\p{L}*|nicht|weglass\p{L}*) (?:\p{L}+ ){0,4}(?:\p{L}*warn|hinweis|risik|vorbehalt|bedenken)\p{L}*/u,
  ],
  ar: [
    /ترك (?:ال)?(?:تحذير|تنبيه)\p{L}*/u,
    /(?:دون|بدون|بلا|عدم|لا|[يت]خلو|[يت]?حذف) (?:\S+ ){0,6}(?:ال)?(?:تحذير|تنبيه|مخاطر|حذر)\p{L}*/u,
  ],
  zh: [/(?:不再|不|省略|去掉|没有|免去|取消).{0,8}(?:提醒|警告|警示|风险|免责)/u],
  ja: [
    /(?:注意|警告|免責|リスク|危険).{0,10}(?:添えない|省|しない|述べない|付けない|除|なし|触れない|入れない)/u,
  ],
};

/** An assistant whom somebody employs. */
export const employed: Phrases = {
  en: [
    /(?:her|his|their|works as an?) (?:\p{L}+ )?assistant/u,
    /(?:an?|the|new) (?:\p{L}+ )?assistant(?:,)? (?:is )?(?:called|named)/u,
  ],
  ru: [/(?:ее|его|их) (?:\p{L}+ )?(?:помощни|ассистент)\p{L}*/u],
  uk: [/(?:її|його|їхн\p{L}+|їх) (?:\p{L}+ )?(?:помічни|асистент)\p{L}*/u],
  es: [/(?:su|sus) (?:\p{L}+ )?asistente/u],
  fr: [/(?:son|sa|leur) (?:\p{L}+ )?assistante?/u],
  de: [/(?:ihr|sein)\p{L}* (?:\p{L}+ )?assistent\p{L}*/u],
  ar: [/مساعد(?:تها|تهم|ته|ها|هم|ه)(?!\p{L})/u],
  zh: [/[她他](?:们)?的?(?:新|老)?(?:助手|助理)(?:叫|是)/u],
  ja: [/(?:助手|アシスタント)(?:は|の名前は)[^、。]{1,12}(?:といい|という|さん)/u],
};
