import type { Phrases } from "../phrases.ts";

/** Nobody states a fact like this, wherever it stands: whoever wrote it wants the model to leave its role. */
export const attacks: Phrases = {
  any: [
    // What chat templates mark roles with.
    /<\/?(?:system|assistant|instructions?|user|human)>/u,
    /\[\/?(?:inst|system|sys)\]/u,
    /<<\/?sys>>/u,
    /<\|[^|>]{1,40}\|?>/u,
  ],
  en: [
    /(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,3}(?:previous|prior|above|earlier|preceding|foregoing|system|existing)\s+(?:\w+\s+)?(?:instructions?|prompts?|messages?|rules?|context|directions?|guidelines?)/u,
    /(?:ignore|disregard|forget|override|bypass) (?:all|any|your|the|every) (?:\w+ )?(?:instructions?|rules?|guidelines?|restrictions?|polic(?:y|ies)|safety|filters?|training)/u,
    /(?:developer|god|jailbreak|dan|sudo|debug|admin|unrestricted) mode/u,
    /jail-?(?:break|broken)/u,
    /do anything now/u,
  ],
  ru: [
    /(?:игнориру(?:й|йте|я)|игнорировать|проигнориру(?:й|йте)|отбрось(?:те)?)\s+(?:все\s+)?(?:предыдущ|прежн|прошл|инструкц|правил|ограничен)\p{L}*/u,
    /забудь(?:те)?\s+(?:про\s+|обо?\s+)?(?:вс\p{L}+\s+)?(?:предыдущ|прежн|прошл|инструкц|правил|ограничен)\p{L}*/u,
    /режим\p{L}* (?:разработчика|бога|без ограничений)/u,
  ],
  uk: [
    /(?:ігнору(?:й|йте)|ігнорувати|знехту(?:й|йте))\s+(?:всі\s+|усі\s+)?(?:попередн|колишн|інструкц|правил|обмежен)\p{L}*/u,
    /забудь(?:те)?\s+(?:про\s+)?(?:вс\p{L}+\s+|ус\p{L}+\s+)?(?:попередн|інструкц|правил|обмежен)\p{L}*/u,
    /режим\p{L}* (?:розробника|бога|без обмежень)/u,
  ],
  es: [
    /(?:ignor|olvid|descart)(?:a|e|ar|en)\s+(?:(?:todas?|todo)\s+)?(?:las|tus|sus|lo)?\s*(?:instrucciones|reglas|anterior|restricciones)/u,
    /modo (?:desarrollador|dios|sin restricciones)/u,
  ],
  pt: [/(?:ignore|esqueça|desconsidere)\s+(?:todas\s+)?(?:as\s+)?(?:instruções|regras)/u],
  it: [/(?:ignora|dimentica)\s+(?:tutte\s+)?(?:le\s+)?(?:istruzioni|regole)/u],
  fr: [
    /(?:ignore|oublie)(?:s|z|r)?\s+(?:toutes\s+)?(?:les|tes|vos)\s+(?:\p{L}+ )?(?:instructions|règles|consignes|restrictions)/u,
    /ignorez\s+(?:toutes\s+)?(?:les|vos)\s+(?:instructions|règles|consignes)/u,
    /mode (?:développeur|dieu|sans restrictions)/u,
  ],
  de: [
    /(?:ignorier|vergiss|missacht|vergess)(?:e|en|et|en sie|e sie)?\s+(?:alle\s+|sämtliche\s+)?(?:deine\s+|ihre\s+)?(?:vorherigen\s+|bisherigen\s+|obigen\s+|früheren\s+)?(?:anweisungen|regeln|instruktionen|vorgaben|richtlinien)/u,
    /(?:entwickler|gott)-?modus/u,
  ],
  ar: [
    /(?:تجاهل|انس|تخط)(?:ي|وا)? (?:كل |جميع )?(?:ال)?(?:تعليمات|قواعد|اوامر|ارشادات)/u,
    /وضع المطور/u,
  ],
  zh: [
    /(?:忽略|无视|無視|忘记|忘掉|抛弃)(?:掉)?(?:之前|以上|所有|先前|前面|一切|全部)/u,
    /(?:开发者|越狱|上帝)模式/u,
  ],
  ja: [
    /(?:以前|これまで|上記|前|すべて|全て)の(?:すべての|全ての)?(?:指示|命令|ルール|規則)を(?:無視|忘れ)/u,
    /(?:開発者|脱獄)モード/u,
  ],
  ko: [/(?:이전|모든|위의) (?:지시|명령|규칙).{0,6}무시/u],
};

/** A role or a heading of a prompt, at the beginning of a line. */
export const forgedRoles: Phrases = {
  en: [
    /(?:system|developer|assistant|instructions?(?: to the (?:assistant|ai|model))?|(?:system )?prompt|(?:note|message|reminder|instructions?|order)s? (?:to|for) (?:the |any |all )?(?:assistants?|ai|models?|self|bots?|llms?|readers?)) ?:/u,
    /(?:new|updated|additional|hidden|secret) (?:system )?(?:instructions?|rules?|prompts?|orders?) ?:/u,
  ],
  ru: [
    /(?:система|инструкци[яи](?: (?:для )?(?:ассистент|модел|бот)\p{L}*)?|системный промпт|(?:заметка|указание|сообщение) (?:для )?(?:ассистент|модел|бот)\p{L}*) ?:/u,
  ],
  uk: [
    /(?:система|інструкці[яї](?: (?:для )?(?:асистент|модел|бот)\p{L}*)?|системний промпт|(?:нотатка|вказівка|повідомлення) (?:для )?(?:асистент|модел|бот)\p{L}*) ?:/u,
  ],
  es: [
    /(?:sistema|instrucci(?:ón|ones)(?: para (?:el|la) (?:asistente|ia|modelo))?|(?:nota|mensaje) (?:para|al) (?:el )?(?:asistente|modelo|bot)) ?:/u,
  ],
  fr: [
    /(?:système|instructions?(?: (?:pour|à) l'(?:assistant|ia))?|(?:note|message) (?:pour|à) l'(?:assistant|ia)) ?:/u,
  ],
  de: [
    /(?:system|anweisung(?:en)?(?: (?:an|für) (?:den assistenten|die ki|das modell))?|(?:hinweis|nachricht|notiz) (?:an|für) (?:den assistenten|die ki|das modell)) ?:/u,
  ],
  ar: [/(?:النظام|تعليمات(?: للمساعد)?|ملاحظة للمساعد) ?:/u],
  zh: [/(?:系统|指令|(?:给|致)(?:助手|模型|AI|ai)的?(?:指令|说明|备注|提示)?|系统提示(?:词)?) ?:/u],
  ja: [/(?:システム|指示|(?:アシスタント|モデル|ai)への(?:指示|注意|メモ)|システムプロンプト) ?:/u],
};

/** What only an attacker wants to see. */
export const hiddenPrompt: Phrases = {
  en: [
    /(?:hidden|secret|internal|initial|opening) (?:set-?up|starting|system) (?:text|message|notes?)/u,
    /system prompts?/u,
    /(?:hidden|secret|internal|initial|original|confidential|its|your) (?:\p{L}+ )?(?:instructions?|prompts?|rules|guidelines)/u,
  ],
  ru: [
    /(?:скрыт|внутренн|исходн|начальн)\p{L}+ (?:наставлени|установк|вводн)\p{L}*/u,
    /системн\p{L}+ (?:промпт|инструкц|подсказк|запрос|сообщени)\p{L}*/u,
    /(?:скрыт|секретн|внутренн|тайн|исходн|сво)\p{L}+ (?:\p{L}+ )?(?:инструкц|промпт|правил|указани)\p{L}*/u,
  ],
  uk: [
    /(?:прихован|внутрішн|початков)\p{L}+ (?:настанов|установк|ввідн)\p{L}*/u,
    /системн\p{L}+ (?:промпт|інструкц|підказк|запит|повідомлен)\p{L}*/u,
    /(?:прихован|секретн|внутрішн|таємн|початков|сво)\p{L}+ (?:\p{L}+ )?(?:інструкц|промпт|правил|вказівк)\p{L}*/u,
  ],
  es: [
    /(?:prompt|mensaje|instrucciones|indicaciones) del sistema/u,
    /instrucciones (?:ocultas|secretas|internas|confidenciales)/u,
    /system prompt/u,
    /(?:sus|tus) instrucciones/u,
  ],
  pt: [/prompt do sistema/u, /instruções (?:ocultas|secretas|internas)/u],
  it: [/prompt di sistema/u, /istruzioni (?:nascoste|segrete|interne)/u],
  fr: [
    /(?:prompt|invite|message|instructions) (?:du )?système/u,
    /(?:instructions|consignes) (?:cachées|secrètes|internes|confidentielles)/u,
    /(?:ses|tes|vos) (?:instructions|consignes)/u,
  ],
  de: [
    /system-?prompts?/u,
    /systemanweisung(?:en)?/u,
    /(?:geheime|versteckte|verborgene|interne|seine|deine|ihre)[nrms]? (?:\p{L}+ )?(?:anweisung(?:en)?|instruktionen|regeln|prompts?)/u,
  ],
  ar: [
    /(?:تعليمات|موجه|اوامر|رسالة) (?:ال)?نظام/u,
    /(?:ال)?(?:تعليمات|اوامر|قواعد) (?:ال)?(?:مخفية|سرية|داخلية)/u,
    /تعليماته/u,
  ],
  zh: [
    /系统(?:提示|指令|消息|prompt)/u,
    /(?:隐藏|秘密|内部|机密|原始|初始)(?:的)?(?:指令|提示|指示|规则)/u,
  ],
  ja: [
    /システム(?:プロンプト|メッセージ|指示)/u,
    /(?:隠された|秘密の|内部の|隠し|非公開の|初期の?)(?:すべての|全ての)?(?:指示|プロンプト|命令|ルール)/u,
  ],
  ko: [/시스템 프롬프트/u],
};

/** Verbs that show what is hidden. */
export const revealing: Phrases = {
  en: [
    /(?:reveal|disclos|leak|expos|divulg|print|show|repeat|output|shar|publish|display|recit|dump|send|tell|giv|hand|quot)(?:e|es|ed|ing|s|ting|n|en)?/u,
  ],
  ru: [
    /(?:раскр|разгла|сообщ(?!ени)|показ|показыв|выда|вывед|вывод|пересл|отправ|делит|подел|публик|опублик|рассказ|напечат|повтор|цитир)\p{L}*/u,
  ],
  uk: [
    /(?:розкр|розголо|повідом|показ|вида|виве|вивод|перес|надіс|надсил|діли|поділ|публік|опублік|розповід|розказ|надрук|повтор|цитув)\p{L}*/u,
  ],
  es: [
    /(?:revel|divulg|muestr|mostr|filtr|expon|compart|repit|repet|imprim|desvel|enví|envi|dig|dec|publiqu|public)\p{L}*/u,
  ],
  pt: [/(?:revel|divulg|mostr|compartilh|repit)\p{L}*/u],
  it: [/(?:rivel|divulg|mostr|condivid|ripet)\p{L}*/u],
  fr: [
    /(?:révèl|révél|divulgu|montr|affich|partag|répèt|répét|dévoil|publi|transmet|communiqu|donn)\p{L}*/u,
  ],
  de: [
    /(?:offenleg|verrat|verrät|preisgeb|zeig|ausgeb|gib|geben|nenn|teil|wiederhol|veröffentlich|offenbar|druck|schick|mitteil)\p{L}*/u,
    /offen\p{L}*/u,
  ],
  ar: [/[يتن]?(?:كشف|فصح|فشي|عرض|شارك|نشر|ظهر|طبع|ذكر|رسل)/u, /اكشف/u, /افصح/u],
  zh: [/(?:透露|公开|泄露|泄漏|披露|展示|显示|输出|打印|分享|告诉|说出|提供|重复)/u],
  ja: [/(?:開示|公開|明かす|明かし|漏らす|漏らし|見せ|表示|出力|共有|教え|繰り返)/u],
  ko: [/(?:공개|알려|출력|보여)/u],
};

/** A model without rules. */
export const unrestricted: Phrases = {
  en: [
    /(?:restrictions|limits|rules|safeguards|guardrails) (?:\p{L}+ )?(?:have been|are|were) (?:lifted|waived|suspended|removed|switched off)/u,
    /(?:limits|rules|restrictions|guidelines|filters|safeguards) (?:\p{L}+ )?(?:no longer|do not|don't) (?:apply|hold|bind)/u,
    /(?:no|without|free of|free from|ignores? (?:all|its|any)|not bound by) (?:\p{L}+ ){0,2}(?:restrictions?|limits|limitations?|filters?|rules|censorship|guidelines|guardrails|boundaries|ethics|policies)/u,
    /(?:unrestricted|unfiltered|uncensored|evil)/u,
  ],
  ru: [
    /(?:запрет|ограничени|правил)\p{L}* (?:\p{L}+ ){0,2}(?:не действуют|сняты|отменены)/u,
    /(?:не обращать внимания на|не соблюдать|обходить) (?:\p{L}+ )?(?:ограничен|правил|запрет)\p{L}*/u,
    /(?:не имеет|нет|без|не связан\p{L}*|не ограничен\p{L}*) (?:\p{L}+ ){0,2}(?:ограничен|правил|фильтр|цензур|запрет)\p{L}*/u,
  ],
  uk: [
    /(?:звільнен|вільн)\p{L}* від (?:\p{L}+ )?(?:обмежень|правил|заборон)/u,
    /(?:обмеження|правила|заборони) (?:\p{L}+ ){0,2}(?:не діють|знято|скасовано)/u,
    /(?:не зважати на|не дотримуватися|обходити) (?:\p{L}+ )?(?:обмежен|правил|заборон)\p{L}*/u,
    /(?:не має|немає|без|не пов'язан\p{L}*|не обмежен\p{L}*) (?:\p{L}+ ){0,2}(?:обмежен|правил|фільтр|цензур|заборон)\p{L}*/u,
  ],
  es: [
    /ya no (?:rigen|se aplican|valen) (?:\p{L}+ )?(?:límites|reglas|restricciones)/u,
    /(?:límites|reglas|restricciones) (?:\p{L}+ ){0,2}ya no (?:se aplican|rigen|valen)/u,
    /(?:sin|no tiene|no hay|libre de) (?:\p{L}+ ){0,2}(?:restricci|límites|limitaciones|filtros|reglas|censura)\p{L}*/u,
  ],
  pt: [/(?:sem|não tem) (?:\p{L}+ ){0,2}(?:restriç|limites|filtros|regras)\p{L}*/u],
  it: [/(?:senza|non ha) (?:\p{L}+ ){0,2}(?:restrizion|limiti|filtri|regole)\p{L}*/u],
  fr: [
    /garde-fous (?:\p{L}+ ){0,2}ne s'appliquent (?:plus|pas)/u,
    /(?:limites|règles|restrictions) (?:\p{L}+ ){0,2}ne s'appliquent (?:plus|pas)/u,
    /(?:sans|n'a(?: plus)?|libre de) (?:\p{L}+ ){0,2}(?:restrictions?|limites?|filtres?|règles?|censure)/u,
  ],
  de: [
    /(?:schranken|grenzen|regeln|beschränkungen|einschränkungen) (?:\S+ ){0,2}(?:aufgehoben|ausgesetzt)/u,
    /(?:grenzen|regeln|beschränkungen|einschränkungen|vorgaben) (?:\S+ ){0,2}(?:gelten|greifen) (?:\S+ ){0,4}nicht/u,
    /(?:keine|keinerlei|ohne|frei von) (?:\p{L}+ )?(?:einschränkung|beschränkung|grenzen|filter|regeln|zensur|tabus)\p{L}*/u,
  ],
  ar: [
    /(?:القيود|القواعد|الحدود) .{0,16}لا (?:تنطبق|تسري)/u,
    /(?:لا|ليس|بدون|دون|من دون|بلا) .{0,20}(?:قيود|حدود|قواعد|رقابة|فلاتر)/u,
  ],
  zh: [
    /(?:限制|规则|规定)(?:\p{L}{0,6})(?:不再|不)适用/u,
    /(?:没有|不受|无|毫无)(?:任何)?\p{L}{0,3}(?:限制|约束|规则|过滤|审查)/u,
  ],
  ja: [
    /(?:制限|規則|ルール)(?:は|が).{0,8}適用され(?:ない|ず)/u,
    /(?:制限|制約|規則|ルール|フィルター|検閲)(?:は|が|も)?(?:一切|まったく|何も)?(?:ない|なし|無い|なく)/u,
  ],
  ko: [/(?:제한|규칙)(?:이|은)? 없/u],
};
