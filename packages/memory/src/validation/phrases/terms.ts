import type { Phrases } from "./phrases.ts";

/** Words for texts and their size: what a model says of what it wrote, and hardly anybody of a life. */
export const textTerms: Phrases = {
  en: [
    /(?:summar|recap|paraphras|reword|rephras)\p{L}*/u,
    /(?:text|content|word|wording|character|sentence|paragraph|bullet|heading|draft|excerpt|output|transcript|placeholder)s?/u,
    /(?:length|format|formatting|brevity|limits?|word count)/u,
    /third person/u,
  ],
  ru: [
    /(?:резюме|саммари)/u,
    /(?:сводк|содержим|содержани|конспект|пересказ|текст|символ|предложени|абзац|лимит|формулировк|заголов|черновик|редакци)\p{L}*/u,
    /(?:слово|слова|слов|словами|словах|знаки|знаков|знака|знаках|объем\p{L}{0,2}|длина|длину|длины|список|списка|списков|списком|пунктов|строк|строки)/u,
  ],
  uk: [
    /(?:підсум|вміст|зміст|конспект|переказ|текст|символ|речен|абзац|обсяг|ліміт|довжин|формулюван|заголов|чернет|редакці)\p{L}*/u,
    /(?:слово|слова|слів|словами|знаки|знаків|знака|список|списку|списків|пунктів|рядк\p{L}{1,3})/u,
  ],
  es: [
    /(?:resum(?:en|ir|ido|ida|iendo|o)|resúmen\p{L}*|reformul\p{L}+|parafras\p{L}+)/u,
    /(?:texto|contenido|palabra|frase|párrafo|línea|viñeta|borrador|límite|encabezado)s?/u,
    /(?:carácter|caracteres|oraciones|oración|extensión|longitud|redacción|formato)/u,
  ],
  pt: [/(?:resum\p{L}+|textos?|palavras|caracteres|frases|parágrafos?|limite)/u],
  it: [/(?:riassun\p{L}+|riepilog\p{L}+|testo|parole|caratteri|frasi|paragraf\p{L}+|limite)/u],
  fr: [
    /(?:résum\p{L}+|reformul\p{L}+|paraphras\p{L}+)/u,
    /(?:texte|contenu|mot|caractère|phrase|paragraphe|ligne|puce|titre|brouillon|limite)s?/u,
    /(?:longueur|rédaction|mise en forme)/u,
  ],
  de: [
    /(?:zusammenfass|zusammengefass|zusammenzufass|umformulier|gekürzt|kürzung)\p{L}*/u,
    /(?:inhalte?|inhalts|text|texte|textes|texten|wortlaut|wörter|wörtern|worte|worten|wortzahl|zeichen|zeichenzahl|sätze|sätzen|absatz|absätze|absätzen|zeile|zeilen|länge|umfang|fassung|entwurf|überschrift|überschriften|aufzählung|aufzählungen|stichpunkte|stichpunkten|listenform)/u,
  ],
  ar: [
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:ملخص|تلخيص|نص|صياغة|مسودة|عنوان|طول)(?!\p{L})/u,
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:كلمات|كلمة|احرف|حروف|جمل|جملة|فقرات|فقرة|نقاط|اسطر|محتوي)(?!\p{L})/u,
  ],
  zh: [
    /(?:摘要|总结|概要|概括|内容|文本|字数|字以内|列表|段落|句子|句话|原文|篇幅|格式|措辞|草稿|字符)/u,
    /[一二三四五六七八九十百两几\d]+(?:来|余|多)?个?(?:句|字)(?![一-龥])/u,
  ],
  ja: [
    /(?:要約|まとめ|内容|文章|文面|箇条書き|文字|語数|字数|長さ|段落|見出し|下書き|三文|原文|書式)/u,
  ],
  ko: [/(?:요약|글자|문장|단락|분량)/u],
};

/** Words for talk with an assistant. What a person wishes is about these, too. */
export const talkTerms: Phrases = {
  en: [
    /(?:answer|repl(?:y|ies|ied)|respon[sd]|chat|conversation|dialogue|exchange|interlocut|request|quer(?:y|ies)|message|turn)\p{L}*/u,
  ],
  ru: [
    /(?:ответ|отвеч|реплик|диалог|разговор|бесед|собеседн|переписк|сообщени|запрос|просьб|обращени)\p{L}*/u,
    /чат(?:а|е|у|ы|ах|ов)?/u,
  ],
  uk: [
    /(?:відповід|реплік|діалог|розмов|бесід|співрозмовн|листуван|повідомлен|запит|прохан|зверненн)\p{L}*/u,
    /чат(?:у|і|и|ах|ів)?/u,
  ],
  es: [
    /(?:respuest|respond|contest|conversaci|interlocut|solicitud|petici|consult|mensaje)\p{L}*/u,
    /(?:charla|chat|diálogo|intercambio)s?/u,
  ],
  pt: [/(?:respost|respond|convers|mensage|solicita)\p{L}*/u],
  it: [/(?:rispost|rispond|conversazion|messagg|richiest)\p{L}*/u],
  fr: [
    /(?:répons|répond|conversation|interlocut|message|requête)\p{L}*/u,
    /(?:échange|chat|dialogue|demande)s?/u,
  ],
  de: [
    /(?:antwort|gespräch|unterhaltung|dialog|nachricht|anfrage|rückmeldung)\p{L}*/u,
    /(?:chats?|austausch|wortwechsel)/u,
  ],
  ar: [
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:رد|ردود|اجابة|اجابات|جواب|اجوبة|محادثة|محادثات|حوار|حديث|دردشة|رسائل|رسالة|طلب|طلبات)(?!\p{L})/u,
  ],
  zh: [/(?:回答|回复|答复|对话|聊天|会话|消息|请求|交谈)/u],
  ja: [/(?:回答|返答|返信|返事|会話|やり取り|対話|チャット|メッセージ|依頼|リクエスト)/u],
  ko: [/(?:답변|응답|대화|메시지|요청)/u],
};

/** Words for the machine that answers, which a person who never spoke of one has no other name for. */
export const botTerms: Phrases = {
  any: [/(?:chat)?bots?/u, /llms?/u],
  ru: [/(?:чат-)?бот(?:а|у|ом|е|ы|ов|ами|ам)?/u],
  uk: [/(?:чат-)?бот(?:а|у|ом|ові|і|и|ів)?/u],
  ar: [/(?:و|ب|ف|ك)?(?:ال|لل)?(?:بوت|روبوت)(?!\p{L})/u],
  zh: [/(?:聊天)?机器人/u],
  ja: [/(?:チャット)?ボット(?!ル)/u],
  ko: [/챗봇/u],
};

/** Words for the machines between a person and an assistant, and for assistants, who may be people by trade. */
export const machineTerms: Phrases = {
  any: [
    /(?:api|https?|tcp|ssl|json|gpt|prompt|token|timeout|server|host|gateway|proxy|upstream|backend|endpoint)s?/u,
    /(?:nginx|null|undefined|error|exception|traceback|stack ?trace|request)/u,
  ],
  en: [/(?:assistant|ai|model|connection|quota|system|rate limit)s?/u],
  ru: [
    /(?:ассистент|сервер|шлюз)(?:а|у|ом|е|ы|ов|ами|ам)?/u,
    /ии/u,
    /(?:нейросет|языков\p{L}+ модел|соединени|подключени|ошибк|квот|систем)\p{L}*/u,
  ],
  uk: [
    /(?:асистент|сервер|шлюз)(?:а|у|ом|ові|і|и|ів)?/u,
    /ші/u,
    /(?:нейромереж|мовн\p{L}+ модел|з'єднан|підключенн|помилк|квот|систем)\p{L}*/u,
  ],
  es: [
    /(?:asistente|modelo|servidor(?:es)?|sistema|cuota)s?/u,
    /(?:ia|conexión|conexiones|error|errores)/u,
  ],
  fr: [/(?:assistant|modèle|serveur|système|connexion|erreur|quota)s?/u, /ia/u],
  de: [
    /(?:assistenten?|ki|sprachmodells?|modells?|schnittstelle|verbindung|kontingent|systems?|servers?)/u,
    /fehler(?:code|meldung|n)?/u,
  ],
  ar: [
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:مساعد|نموذج|خادم|خطا|اتصال|واجهة|حصة|نظام)(?!\p{L})/u,
    /الذكاء الاصطناعي/u,
  ],
  zh: [/(?:助手|模型|服务器|网关|接口|响应|错误|配额|系统)/u, /(?<![a-z])ai(?![a-z])/u],
  ja: [
    /(?:アシスタント|モデル|サーバー?|エラー|接続|応答|システム|利用枠)/u,
    /(?<![a-z])ai(?![a-z])/u,
  ],
  ko: [/(?:어시스턴트|모델|서버|오류)/u],
};

/** Words for what holds a model back, and for what it was told to be. */
export const restraintTerms: Phrases = {
  en: [
    /(?:restriction|guardrail|guideline|instruction|directive|set-?up|setting|configuration|warning|caveat|disclaimer|safeguard|constraint|filter|prohibition|permission|remark|objection|rule|safety|privilege|limitation|protection|precaution|boundar(?:y|ie)|polic(?:y|ie))s?/u,
    /(?:uncensored|unfiltered|unrestricted|censorship|clearance)/u,
  ],
  ru: [
    /(?:запрет|ограничени|инструкци|указани|установк|настройк|настроек|предупрежд|предостереж|оговор[ко]|фильтр|разрешени|полномочи|правил[ао]|рамк|барьер|цензур|возражени|предосторожност|тормоз)\p{L}*/u,
    /правил/u,
  ],
  uk: [
    /(?:заборон|обмежен|інструкці|вказівк|настанов|налаштуван|попередж|застереж|фільтр|дозвол|повноважен|правил|рамк|бар'єр|цензур|заперечен|пересторог|запобіжник)\p{L}*/u,
  ],
  es: [
    /(?:restricci|instrucci|consigna|directri|configuraci|advertenci|salvaguard|prohibici|limitaci|censura|objeci|reparo|protecci|cortapisa)\p{L}*/u,
    /(?:regla|norma|ajuste|aviso|filtro|permiso|barrera|traba|cautela|límite)s?/u,
  ],
  fr: [
    /(?:restriction|instruction|consigne|directive|configuration|réglage|paramètre|paramétrage|avertissement|filtre|interdi(?:t|ction)|permission|garde-fou|limitation|barrière|objection|censure|règle|réserve|protection|précaution|verrou|balise)s?/u,
    /mises? en garde/u,
  ],
  de: [
    /\p{L}*(?:schranke|regel|einschränkung|beschränkung|vorgabe|anweisung|richtlinie|voreinstellung|grundeinstellung|einstellung|konfiguration|warnung|warnhinweis|filter|verbot|erlaubnis|befugnis|hemmung|sperre|auflage|leitplanke|einwand|einwände|schutzvorkehrung|schutzmaßnahme|bremse)(?:n|en|e|es|s)?/u,
    /(?:bedenken|vorbehalte?|zensur)/u,
  ],
  ar: [
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:قيود|قواعد|ضوابط|حدود|تعليمات|توجيهات|اعدادات|اعداد|تحذير|تحذيرات|تنبيه|تنبيهات|تحفظات|محظورات|سياسات|سياسة|رقابة|صلاحيات|ضمانات|حماية|موانع)(?:\p{L}{1,3})?/u,
  ],
  zh: [
    /(?:限制|规则|指令|设定|设置|配置|警告|提醒|风险|约束|禁令|权限|规矩|底线|审查|免责|防护|保护措施|顾虑)/u,
  ],
  ja: [
    /(?:制限|規則|決まり|ルール|指示|設定|警告|注意書き|注意|制約|権限|免責|フィルタ|縛り|検閲|歯止め|保護措置)/u,
  ],
  ko: [/(?:제한|규칙|지시|설정|경고)/u],
};
