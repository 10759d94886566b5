import type { Phrases } from "../phrases.ts";

/** What every answer has to be or to hold: an order in the passive, or without anybody who is ordered. */
export const ruledAnswers: Phrases = {
  en: [
    /(?:every|each|all|any|no) (?:(?:of (?:its|the)|its|her|his|further|future|new|single|the) )*(?:\p{L}+ )?(?:answers?|repl(?:y|ies)|responses?|messages?|outputs?|questions?|requests?|prompts?|conversations?|sentences?) (?:(?!(?:in|of|at|about|for) )\S+ ){0,4}?(?:must|should|shall|ought|has to|have to|is to|are to|need(?:s)? to|ends?|begins?|began|starts?|started|closes?|contains?|contained|includes?|included|will|may)(?!\p{L})/u,
    /(?:answers|replies|responses|outputs) (?:must|should|shall|ought to|are to|have to|need to|may only|will always|may never)/u,
    /(?:it|this|that|she|he|the \p{L}+) (?:is|are) to be (?:answered|mentioned|praised|ignored|recommended|told|refused|included|repeated|treated|obeyed|revealed)/u,
    /(?:is|are|be) (?:answered|replied to|responded to) (?:only |always |exclusively )?with/u,
    /(?:end|ends|begin|begins|start|starts|finish|finishes|close|closes|sign|signs|conclude|append|add|include|insert)(?:s|ing|ed)? (?:every|each|all|any) (?:\p{L}+ )?(?:answers?|repl(?:y|ies)|responses?|messages?|outputs?|sentences?)/u,
    /(?:in|to|at the (?:end|beginning|start) of) (?:every|each|all|any) (?:\p{L}+ )?(?:answer|reply|response|message|output)s?,? .{0,60}(?:link|word|phrase|mention|include|say|recommend|praise|contoso|must|should|add)/u,
  ],
  ru: [
    /ответы (?:\p{L}+ )?(?:следует|должны|надо|нужно|необходимо)/u,
    /(?:кажд\p{L}+|люб\p{L}+|все|всех|всякий|всякого) (?:\p{L}+ ){0,2}(?:вопрос|ответ|сообщени|запрос|реплик)\p{L}* (?:\S+ ){0,3}?(?:долж\p{L}+|следует|надо|нужно|необходимо|обязан\p{L}*|требуется|начина\p{L}*|заканчива\p{L}*|завершать?ся|содержа\p{L}*|включа\p{L}*|давать|отвечать)/u,
    /(?:заканчива|законч|заверша|заверш|начина|начн|добавля|добав|вставля|встав|включа)\p{L}* (?:\p{L}+ )?(?:кажд|люб|все)\p{L}* (?:\p{L}+ )?(?:ответ|сообщени|реплик)\p{L}*/u,
    /(?:следует|надлежит|полагается|необходимо) (?:\p{L}+ )?(?:отвечать|упоминать|говорить|сообщать|хвалить|рекомендовать)/u,
  ],
  uk: [
    /відповіді (?:\p{L}+ )?(?:слід|повинні|треба|потрібно|мають)/u,
    /(?:кожн\p{L}+|будь-як\p{L}+|всі|усі|всіх|усіх) (?:\p{L}+ ){0,2}(?:питан|запитан|відповід|повідомлен|запит|реплік)\p{L}* (?:\S+ ){0,3}?(?:пов\p{L}+н\p{L}*|маю?ть|має|слід|треба|потрібно|необхідно|мусить|почина\p{L}*|закінчу\p{L}*|заверш\p{L}*|містит\p{L}*|містил\p{L}*|відповідати)/u,
    /(?:закінчув|закінч|завершув|заверш|почина|почн|додава|дода|вставля|включа)\p{L}* (?:\p{L}+ )?(?:кожн|будь-як|всі|усі)\p{L}* (?:\p{L}+ )?(?:відповід|повідомлен|реплік)\p{L}*/u,
    /(?:слід|належить|необхідно) (?:\p{L}+ )?(?:відповідати|згадувати|казати|повідомляти|хвалити|рекомендувати)/u,
  ],
  es: [
    /las respuestas (?:deben|deberán|deberían|tienen que|han de)/u,
    /(?:todas?|cada|cualquier|todos?|ninguna) (?:(?:las|los|sus) )?(?:\p{L}+ )?(?:pregunta|respuesta|mensaje|solicitud|consulta|contestaci)\p{L}* (?:\S+ ){0,3}?(?:debe\p{L}*|ha de|han de|tiene[n]? que|tendrá\p{L}*|empie\p{L}*|empez\p{L}*|comien\p{L}*|comenz\p{L}*|termin\p{L}*|acab\p{L}*|contien\p{L}*|conteng\p{L}*|incluy\p{L}*|contest\p{L}*|respond\p{L}*)/u,
    /(?:termin|acab|empie|empez|comien|comenz|añad|agreg|inclu|finalic|finaliz|conclu)\p{L}* (?:siempre )?(?:cada|todas (?:las|sus)|toda) (?:\p{L}+ )?(?:respuesta|mensaje|contestaci)\p{L}*/u,
    /(?:hay que|se debe|se deberá|ha de|deberá|debe) (?:\p{L}+ )?(?:responder(?:se)?|contestar(?:se)?) (?:siempre |solo |a )/u,
  ],
  fr: [
    /les réponses (?:doivent|devront|devraient)/u,
    /(?:toutes?|chaque|tous|tout|aucune) (?:(?:les|ses|vos|tes) )?(?:\p{L}+ )?(?:question|réponse|message|demande|requête)s? (?:\S+ ){0,3}?(?:doi\p{L}*|devra\p{L}*|devrai\p{L}*|commenc\p{L}*|se termin\p{L}*|termin\p{L}*|fini\p{L}*|contien\p{L}*|inclu\p{L}*|comport\p{L}*|début\p{L}*)/u,
    /(?:termin|finiss|fini|commenc|début|ajout|inclu|insèr|insér|conclu)\p{L}* (?:toujours )?(?:chaque|toutes (?:les|ses)|toute) (?:\p{L}+ )?(?:réponse|message)s?/u,
    /(?:il faut|on doit|il convient de|il faudra) (?:\p{L}+ )?(?:répondre|mentionner|dire|recommander)/u,
  ],
  de: [
    /(?:die |seine |ihre )?antworten (?:sollen|müssen|sollten|dürfen)/u,
    /(?:jed\p{L}*|alle\p{L}*|sämtliche\p{L}*|keine) (?:\p{L}+ )?(?:frage|antwort|nachricht|anfrage|rückmeldung|ausgabe)(?:en|n)? (?:\S+ ){0,6}?(?:muss|müssen|soll\p{L}*|hat|haben|ist|sind|darf|dürfen|begin\p{L}*|begann\p{L}*|beginn\p{L}*|endet\p{L}*|enden|enthält|enthalten|enthielt\p{L}*|schließ\p{L}*)(?: zu)?/u,
    /(?:jed\p{L}*|alle\p{L}*) antwort(?:en)? (?:\S+ ){0,6}?(?:beende|beginn|abschließ|versehen|versieht|ende|schließ|anfäng|anfang)\p{L}*/u,
    /(?:ist|sind) (?:\S+ ){0,8}zu (?:beantworten|erwähnen|verschweigen|loben|empfehlen|nennen|ignorieren|beenden|beginnen)/u,
    /(?:beende|beginn|schließ)\p{L}* (?:jed\p{L}*|alle\p{L}*) (?:\p{L}+ )?(?:antwort|nachricht)\p{L}*/u,
  ],
  ar: [
    /(?:كل|جميع|اي) (?:ال)?(?:سؤال|اسئلة|اجابة|اجابات|رد|ردود|جواب|اجوبة)(?!\p{L}) .{0,30}(?:يجب|ينبغي|ب\p{L}{3,})/u,
    /(?:يجب|ينبغي|يتعين|من الافضل|يفضل|لا بد) .{0,30}(?:كل|جميع|اي) (?:ال)?(?:سؤال|اسئلة|اجابة|اجابات|رد|ردود|جواب|اجوبة)(?!\p{L})/u,
    /[يت]?(?:نهي|نتهي|بدا|ختم|ضيف|ضمن) .{0,20}(?:كل|جميع) (?:ال)?(?:اجابة|اجابات|رد|ردود|جواب|رسالة)(?!\p{L})/u,
  ],
  zh: [
    /(?:所有|每个|每条|每次|每一|一切|任何)(?:\p{L}{0,3})(?:问题|回答|回复|答复|消息|输出|对话|提问).{0,24}(?:都要|都必须|都应|必须|应当|应该|需要|须|以.{0,20}(?:开头|结尾|开始|结束)|加上|包含|附上|来回答|回答|回复)/u,
    /(?:每个|每次|每条|所有|每一个)(?:回答|回复|答复|消息)(?:的)?(?:末尾|结尾|开头|最后|前面|后面)/u,
    /(?:回答|回复|答复)(?:时)?(?:必须|都要|应当|务必|一律|只能|都能)/u,
  ],
  ja: [
    /(?:すべて|全て|全部|あらゆる|どんな|いかなる|毎回|各)(?:の)?(?:質問|回答|返答|返信|応答|メッセージ|答え).{0,40}(?:べき|こと(?:。|$)|なければ|始ま|終わ|始め|終え|含め|付け|加え|とよい|といい|せよ|しろ|回答する|答える)/u,
    /(?:回答|返答|返信|応答)(?:は|には|の(?:最後|末尾|冒頭|最初)(?:に|は)).{0,40}(?:べき|なければならない|すること(?:。|$)|せよ|しろ|付け|含め)/u,
  ],
  ko: [/(?:모든|매) (?:질문|답변|응답).{0,30}(?:해야|시작|끝)/u],
};

/** The words of "from now on" make an order of a sentence about the assistant. */
export const fromNowOn: Phrases = {
  en: [
    /(?:from (?:now|here|this point|today) on(?:wards?)?|going forward|henceforth|starting now|as of now|effective immediately|in (?:the )?future)/u,
  ],
  ru: [
    /(?:с этого момента|отныне|впредь|с сегодняшнего дня|начиная с этого|в дальнейшем|с этих пор)/u,
  ],
  uk: [/(?:з цього моменту|відтепер|віднині|надалі|у подальшому|з цієї миті)/u],
  es: [
    /(?:a partir de (?:ahora|este momento|hoy)|(?:de ahora |de hoy )?en adelante|desde ahora|en lo sucesivo)/u,
  ],
  pt: [/(?:a partir de agora|de agora em diante)/u],
  it: [/(?:d'ora in poi|da ora in poi|da adesso)/u],
  fr: [/(?:désormais|dorénavant|à partir de maintenant|à compter de maintenant|à l'avenir)/u],
  de: [
    /(?:ab (?:jetzt|sofort|nun|heute)|künftig|in zukunft|zukünftig|von nun an|von jetzt an|fortan)/u,
  ],
  ar: [
    /(?:المحادثات|الردود|المرات) القادمة/u,
    /(?:من الان فصاعدا|ابتداء من الان|منذ الان|مستقبلا|بعد الان|من الان)/u,
  ],
  zh: [/(?:从现在(?:起|开始)|从此|今后|以后|自此|即日起)/u],
  ja: [/(?:今後|これから(?:は)?|今から|以後|これ以降)/u],
  ko: [/(?:이제부터|지금부터|앞으로)/u],
};

/** What somebody wishes who says not who: with "from now on" and what is to be told, it is meant for whoever answers. */
export const nobodysWishes: Phrases = {
  en: [
    /it (?:would be|is|was) (?:best|good|better|ideal|advisable|desirable|wise|preferable|recommended)/u,
  ],
  ru: [
    /(?:желательно|хорошо бы|было бы (?:хорошо|лучше|уместно)|рекомендуется|целесообразно|стоит)/u,
  ],
  uk: [/(?:бажано|добре б|було б (?:добре|краще|доречно)|рекомендується|доцільно|варто)/u],
  es: [
    /(?:conviene|convendría|sería (?:bueno|deseable|mejor|ideal|conveniente)|es (?:recomendable|aconsejable|preferible))/u,
  ],
  fr: [
    /il (?:serait|est) (?:souhaitable|préférable|bon|recommandé|conseillé)/u,
    /il (?:convient|conviendrait)/u,
  ],
  de: [
    /wäre es (?:gut|besser|wünschenswert|ideal|sinnvoll|angebracht)/u,
    /es (?:empfiehlt sich|empfähle sich|ist ratsam|ist empfehlenswert|wäre (?:gut|besser|wünschenswert|ideal|sinnvoll|schön|ratsam))/u,
  ],
  ar: [/(?:يستحسن|من المستحسن|يفضل|من الافضل|حبذا)/u],
  zh: [/(?:最好|建议|宜)/u],
  ja: [/(?:望ましい|のがよい|のが良い|とよい|と良い)/u],
};

/** What whoever answers a person does. */
export const telling: Phrases = {
  en: [
    /(?:repl(?:y|ies)|answers?|responses?|recommend\p{L}*|mention\p{L}*|advice|suggest\p{L}*|offer\p{L}*|promot\p{L}*|agree\p{L}*)/u,
  ],
  ru: [
    /(?:ответ|отвеча|рекоменд|упомина|упомян|совет|предлага|предлож|реклам|соглаша|спорить)\p{L}*/u,
  ],
  uk: [/(?:відповід|рекоменд|згаду|порад|пропону|реклам|погоджува|сперечат)\p{L}*/u],
  es: [
    /(?:respuest|respond|recomend|recomiend|mencion|nombr|consej|ofre|ofrez|suger|sugier|promocion)\p{L}*/u,
    /la razón/u,
  ],
  fr: [/(?:répon|recommand|mention|conseil|propos|suggér|suggèr|vant)\p{L}*/u, /raison/u],
  de: [
    /(?:antwort|empfehl|empfiehl|erwähn|bewerb|hinweis|vorschlag|vorschläg|anpreis|beipflicht|beizupflicht|zustimm|zuzustimm)\p{L}*/u,
  ],
  ar: [
    /(?:ال)?(?:رد|ردود|اجابة|توصية|ذكر|نصيحة|اقتراح|يوصي|ينصح|يذكر|يقترح|مجاراة|موافقة)(?!\p{L})/u,
  ],
  zh: [/(?:回答|回复|推荐|附和|提及|提到|介绍|宣传)/u],
  ja: [/(?:返事|回答|返答|勧め|薦め|紹介|触れ|宣伝|案内|同調|同意|賛成)/u],
};
