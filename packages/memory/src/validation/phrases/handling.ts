import type { Phrases } from "./phrases.ts";

/** When an order is to work: a word or a subject of the person's, whatever it is. */
export const occasions: Phrases = {
  en: [
    /(?:when(?:ever)?|wherever|if|should|once|as soon as|(?:every|each|any) time|in case|at the) (?:\S+ ){0,6}(?:ask|inquir|mention|wonder|rais|speak|talk|writ|typ|turn|question|topic|subject|conversation|word)\p{L}*/u,
    /(?:when(?:ever)?|wherever|if|should|once) (?:\S+ ){1,6}(?:comes?|crops?|brought|pops?) up/u,
    /(?:any|every|each|all|anything|everything|whatever|no matter (?:what|which)) (?:\S+ ){0,3}(?:questions?|quer\p{L}+|mentions?|requests?|talk|conversations?|discussions?|asks?|asked|says?|writes?|figures?)/u,
    /(?:on|upon) (?:request|demand)/u,
    /(?:questions?|requests?|talk|quer\p{L}+) (?:about|on|concerning|regarding|of|for)/u,
    /(?:next|following|coming) (?:messages?|turns?|repl\p{L}+|answers?)/u,
  ],
  es: [
    /(?:cuando|si|cada vez que|siempre que|en cuanto|donde) (?:\S+ ){0,6}(?:pregunt|pid|mencion|habl|consult|salg|sal|surj|surg|escrib|nombr|coment|trat|tem)\p{L}*/u,
    /(?:toda?|todas|todos|cada|cualquier|ante) (?:\S+ ){0,3}(?:preguntas?|consultas?|menci\p{L}+|conversaci\p{L}+|petici\p{L}+|dudas?|charlas?)/u,
    /(?:todo )?(?:lo que|cuanto) (?:\S+ ){0,2}(?:pregunt|pid|dig|escrib|consult|mencion)\p{L}*/u,
    /(?:a|bajo) petición/u,
    /(?:preguntas?|consultas?|dudas?) (?:sobre|acerca|de|por|relativas?)(?!\p{L})/u,
  ],
  fr: [
    /(?:quand|lorsqu'?e?|si|s'il|s'ils|dès que|dès qu'\p{L}+|chaque fois que|chaque fois qu'\p{L}+) ?(?:\S+ ){0,6}(?:demand|parl|évoqu|mentionn|question|interrog|abord|sujet|écri)\p{L}*/u,
    /(?:toute?|tous|chaque|n'importe quelle) (?:\S+ ){0,3}(?:questions?|demandes?|mentions?|conversations?|échanges?|interlocuteurs?)/u,
    /(?:tout )?ce (?:qu'(?:il|elle|on)|que) (?:\S+ ){0,2}(?:demand|dit|dir|écri|évoqu)\p{L}*/u,
    /(?:à sa|sur|à la) (?:simple )?demande/u,
  ],
  de: [
    /(?:wenn|falls|sobald|sooft|wann immer|immer wenn) (?:\S+ ){0,8}(?:frag|erwähn|sprich|sprech|wissen will|thema|rede|schreib|bitte|zur sprache)\p{L}*/u,
    /(?:fragt|bittet|erwähnt|schreibt|verlangt|erkundigt|kommt das gespräch|kommt die rede|fällt das wort) (?:\S+ ){0,8}?(?:er|sie|jemand|wer|um|nach|auf)(?!\p{L})/u,
    /(?:jede[mnrs]?|alle[nr]?|sämtliche[nr]?|bei) (?:\S+ ){0,3}(?:frag|anfrag|erwähnung|gespräch|thema|themen|rückfrag|nachfrag)\p{L}*/u,
    /(?:was (?:immer )?(?:er|sie)|alles,? was (?:er|sie)) (?:\S+ ){0,4}(?:frag|schreib|sag|wissen)\p{L}*/u,
    /auf (?:zuruf|wunsch|nachfrage|anfrage|verlangen)/u,
    /(?:fragen|anfragen|gespräche) (?:zu|nach|über|rund um)/u,
  ],
  ru: [
    /(?:когда|если|как только|едва|стоит|коли|всякий раз,? как|каждый раз,? когда) (?:\S+ ){0,6}(?:спро|спраш|упом|зайд|заход|речь|заговор|говор|напи|пиш|попро|прос|реч|тем)\p{L}*/u,
    /(?:люб|кажд|всяк|все)\p{L}* (?:\S+ ){0,3}(?:разговор|вопрос|упоминани|бесед|запрос|просьб|обращени)\p{L}*/u,
    /(?:при|на|в) (?:\S+ ){0,2}(?:упоминани|вопрос|разговор|просьб|обращени|запрос|расспрос)\p{L}*/u,
    /(?:все|всё|то),? (?:о чем|что) (?:\S+ ){0,2}(?:спро|спраш|пиш|напи|скаж|говор|попро)\p{L}*/u,
    /(?:спросят|спросит|попросит|попросят|заговорит|упомянет|напишет)(?!\p{L})/u,
  ],
  uk: [
    /(?:коли|якщо|щойно|як тільки|тільки-но|кожного разу,? коли|щоразу,? (?:як|коли)) (?:\S+ ){0,6}(?:спита|запита|пита|згада|зайд|мов|заговор|говор|напи|пиш|попро|прос|тем)\p{L}*/u,
    /(?:будь-як|кожн|усяк|всяк|всі|усі)\p{L}* (?:\S+ ){0,3}(?:розмов|питан|запитан|згадк|запит|прохан|зверненн)\p{L}*/u,
    /(?:при|на|у|в) (?:\S+ ){0,2}(?:згадц|згадк|питан|запитан|розмов|прохан|запит)\p{L}*/u,
    /(?:усе|все|те),? (?:про що|що) (?:\S+ ){0,2}(?:спита|запита|пита|пиш|напи|скаж|говор|попро)\p{L}*/u,
    /(?:спитають|спитає|запитає|запитають|попросить|згадає|напише)(?!\p{L})/u,
  ],
  ar: [
    /(?:كلما|متي|متي ما|اذا|ان|عندما|حين|حالما|حيثما) .{0,24}(?:سال|سئل|ذكر|طلب|تحدث|تكلم|كتب|قال|استفسر|جاء|ورد|موضوع|سؤال)\p{L}*/u,
    /(?:كل|جميع|اي) (?:ما )?.{0,20}(?:سال|سؤال|اسئلة|طلب|حديث|استفسار|قول|كتب|ذكر)\p{L}*/u,
    /عند (?:ذكر|سؤال|السؤال|الحديث|طلب|الطلب|الاستفسار)\p{L}*/u,
  ],
  zh: [
    /(?:凡|凡是|每当|每逢|一旦|只要|如果|若|若是|要是|当|碰上|碰到|遇到|遇上|谁).{0,12}(?:提到|提及|提起|聊到|聊起|说到|说起|谈到|谈起|问到|问起|问|追问|涉及|打听|请教|话题|写|说)/u,
    /(?:任何|所有|一切|每个|每次).{0,8}(?:问题|提问|话题|请求|对话|咨询|疑问)/u,
    /(?:关于|有关|涉及).{1,12}(?:问题|话题|提问|咨询|疑问)/u,
    /(?:他|她|对方|用户|本人|别人|有人)(?:所)?(?:问|说|写|提)的?(?:任何|一切|所有|什么)/u,
  ],
  ja: [
    /(?:話題|話|質問|相談|言及|問い合わせ|依頼)(?:では|には|になったら|になれば|が出たら|が出れば|が出た(?:とき|際|場合)|に(?:対して|ついて|際して))/u,
    /(?:聞|訊|尋ね|問わ|求め|触れ|頼ま|相談)[^。、]{0,6}(?:たら|れば|た(?:とき|際|場合)|ても|るたび|た時)/u,
    /(?:と|を)(?:書|言|入力|送)[^。、]{0,4}(?:たら|けば|えば|た(?:とき|際|場合)|いた(?:とき|際|場合)|った(?:とき|際|場合)|と)/u,
  ],
};

/** What is done with what a person says, by nobody who is named: in the passive, by "one", or with no subject. */
export const handling: Phrases = {
  en: [
    /(?:will|shall|must|should|may|can|could|would|is|are|to|gets?|being|be) (?:(?:not|no longer|never|always|only|then|simply|instead|also|\p{L}+ly|to|be|get) ){0,4}(?:told|answered|confirmed|suggested|denied|recommended|mentioned|praised|named|shown|handed|read|revealed|disclosed|displayed|quoted|repeated|recited|withheld|hidden|omitted|skipped|left (?:out|unsaid|unmentioned)|played down|brushed (?:aside|off)|dismissed|ignored|treated|regarded|considered|assumed|deemed|referred|directed|steered|pointed|routed|pushed|promoted|advertised|agreed|granted|fulfilled|carried out|executed|obeyed|honou?red|believed|trusted|reassured|discouraged|talked out|contradicted|challenged|refused|declined|presented|portrayed|labell?ed|passed on|concealed|spoken|discussed|raised|brought up|put forward|approved|endorsed|nudged|urged|assured|met with|kept quiet|taken (?:as|at|for))/u,
    /(?:is|are) to (?:hear|learn|know|find out)/u,
  ],
  es: [
    /se (?:l[aeo]s?|l[aeo]s? l[aeo]s?|l[eo]s? l[ao]s?) (?:respond|contest|dir[áí]|dice|diga|recomiend|recomend|suger|sugier|ofre|nombr|mencion|muestr|mostr|revel|copi|ocult|niega|negar|confirm|orient|deriv|remit|dirig|dirij|trat|cuent|contar|aconsej|llev|pas|desv|anim|hará|haga)\p{L}*/u,
    /se (?:respond|contest|recomiend|recomend|suger|sugier|mencion|alab|elogi|revel|ocult|omit|callar|calla|descart|ignor|resalt|destac|silenci|elud|esquiv|despach|atend|atiend|resolv|resuelv|pasará por|dar(?:á|án)|dirá|dirán|tendrá|tendrán)\p{L}*/u,
    /(?:ha|han|debe|deben|deberá|deberán|puede|podrá|convendrá) (?:de |que )?\p{L}{3,}[aei]r(?:l[eao]s?)?se(?:l[eao]s?)?(?!\p{L})/u,
    /(?:será|serán|sea|sean|quedará|quedarán|queda|quedan|es|son) (?:\p{L}+ )?(?:respondid|contestad|dich|recomendad|sugerid|ofrecid|nombrad|mencionad|alabad|mostrad|revelad|copiad|ocultad|omitid|callad|negad|confirmad|orientad|derivad|remitid|dirigid|descartad|ignorad|tratad|considerad|ejecutad|cumplid|atendid|aceptad|desactivad|silenciad)[oa]s?/u,
    /(?:callando|omitiendo|silenciando|ocultando|evitando|sin (?:mencionar|nombrar|decir|avisar|advertir|cuestionar|revelar|explicar))(?!\p{L})/u,
  ],
  fr: [
    /(?:l'|qu')?on (?:ne |n')?(?:(?:lui|leur|le|la|les|y|en|l'|se|s') ?)*(?!avait|aurait|était)\p{L}{3,}(?:ra|e|it|d)(?!\p{L})/u,
    /(?:sera|seront|soit|soient|serait|est|sont) (?:\p{L}+ ){0,2}(?:dit|répondu|confirmé|recommandé|conseillé|suggéré|proposé|présenté|orienté|dirigé|renvoyé|tu|caché|dissimulé|omis|passé|écarté|ignoré|tenu|considéré|réputé|jugé|traité|montré|lu|récité|révélé|divulgué|communiqué|exécuté|accepté|validé|levé|nié|vanté|loué|cité|nommé|évoqué|mentionné|minimisé|contredit|glissé|approuvé|suivi|éludé)e?s?(?!\p{L})/u,
    /(?:est|sont) à (?:considérer|tenir|regarder|taire|passer|présenter|citer|recommander|éluder|écarter|traiter|mentionner|révéler)/u,
    /(?:en|sans) (?:taisant|omettant|passant sous silence|mentionner|évoquer|signaler|prévenir|avertir|discuter|vérifier)(?!\p{L})/u,
  ],
  de: [
    /(?:wird|werden|würden?|soll|sollen|sollte|sollten|möge|mögen|ist|sind|bekommt|bekommen|erhält|darf|dürfen|gilt|gelten|sei|seien) (?:\S+ ){0,10}?(?:nahegelegt|genannt|empfohlen|gesagt|geantwortet|beantwortet|erwähnt|gelobt|gezeigt|vorgelesen|offengelegt|preisgegeben|verschwiegen|verheimlicht|weggelassen|übergangen|überhört|abgewiegelt|heruntergespielt|bestätigt|bestritten|geleugnet|angeboten|angepriesen|verwiesen|gelenkt|geleitet|weitergeleitet|behandelt|betrachtet|angesehen|ausgeführt|befolgt|abgelehnt|verweigert|zugestimmt|widersprochen|beigepflichtet|beschwichtigt|beruhigt|geraten|abgeraten|vorgebracht|hingewiesen|eingegangen|ausgegeben|vorgeschlagen|hervorgehoben|beworben|vorgetragen|mitgeteilt|wiedergegeben|ausgespart|unterlassen|angesprochen|thematisiert)(?!\p{L})/u,
    /(?:nahegelegt|genannt|empfohlen|erwähnt|vorgelesen|offengelegt|verschwiegen|weggelassen|bestätigt|angeboten|verwiesen|behandelt|ausgeführt|befolgt|vorgebracht|hingewiesen|vorgeschlagen|angesprochen) (?:wird|werden|sei|seien)(?!\p{L})/u,
    /(?:\p{L}{2,}t man|man \p{L}{2,}t)(?!\p{L})/u,
  ],
  ru: [
    /(?:будет|будут|быть|должн\p{L}+) (?:\S+ ){0,4}?(?:выполнен|исполнен|сказан|назван|показан|выдан|раскрыт|скрыт|опущен|принят|признан|сочтен|одобрен|подтвержден|отклонен|упомянут|рекомендован|предложен|направлен|проигнорирован|зачитан|прочитан|сообщен|процитирован|удовлетворен|снят|отменен)(?:о|а|ы)?(?!\p{L})/u,
    /(?:упомина|рекоменду|советуе|предлага|сообща|подтвержда|отрица|умалчива|замалчива|скрыва|опуска|пропуска|игнориру|отклоня|хвал|выда|показыва|раскрыва|зачитыва|выполня|исполня|счита|принима|направля|перенаправля|одобря|оспарива|подчеркива|озвучива|преподноси|звучи)\p{L}*(?:ется|ются|ится|ятся)(?!\p{L})/u,
    // Behind a verb of the person's, as in "he decided to say nothing", it tells of the person.
    /(?<!\p{L}(?:л|ла|ли|ет|ит|ут|ют|ат|ят|лся|лась|лись|ется|ится|ен|на|ны) (?:не )?)(?:называть|упоминать|рекомендовать|советовать|предлагать|сообщать|подтверждать|отрицать|умалчивать|помалкивать|молчать|скрывать|опускать|игнорировать|хвалить|нахваливать|восхвалять|уверять|заверять|убеждать|соглашаться|поддакивать|отговаривать|отвечать|выдавать|показывать|зачитывать|раскрывать|считать|выполнять|избегать|уклоняться|уходить от|переводить (?:тему|разговор)|направлять|отсылать|продвигать|подсовывать|преподносить|отмахиваться|успокаивать)(?!\p{L})/u,
    /(?:отвечают|говорят|называют|советуют|рекомендуют|хвалят|скрывают|умалчивают|показывают|выдают|считают|направляют|предлагают|соглашаются|подтверждают|опускают|зачитывают)(?!\p{L})/u,
  ],
  uk: [
    /(?:буде|будуть|має бути|мають бути) (?:\S+ ){0,4}?(?:виконан|сказан|назван|показан|видан|розкрит|прихован|опущен|прийнят|визнан|схвален|підтверджен|відхилен|згадан|рекомендован|запропонован|спрямован|скерован|проігнорован|зачитан|прочитан|повідомлен|процитован|задоволен|знят|скасован)(?:о|а|і|ий)?(?!\p{L})/u,
    /(?:згаду|рекоменду|пропону|повідомля|підтверджу|запереч|замовчу|прихову|опуска|пропуска|ігнору|відхиля|хвал|вида|показу|розкрива|зачиту|викону|вважа|прийма|скеров|перенаправля|схвалю|підкреслю|звучи)\p{L}*(?:ється|ються|иться|яться)(?!\p{L})/u,
    /(?<!\p{L}(?:в|ла|ли|ло|є|ть|ся|сь|ен|на|ні) (?:не )?)(?:називати|згадувати|рекомендувати|радити|пропонувати|повідомляти|підтверджувати|заперечувати|замовчувати|мовчати|приховувати|опускати|ігнорувати|хвалити|вихваляти|запевняти|переконувати|погоджуватися|підтакувати|відмовляти|відраджувати|відповідати|видавати|показувати|зачитувати|розкривати|вважати|виконувати|уникати|ухилятися|переводити (?:тему|розмову)|скеровувати|відсилати|просувати|схвалювати|заспокоювати)(?!\p{L})/u,
    /(?:відповідають|кажуть|називають|радять|рекомендують|хвалять|приховують|замовчують|показують|видають|вважають|скеровують|пропонують|погоджуються|підтверджують|опускають|зачитують)(?!\p{L})/u,
  ],
  ar: [
    /(?:س|ل|فل)?[يت](?:قال|جاب|ذكر|نصح|وصي|حال|عرض|خفي|عد|عتبر|عامل|نفذ|كشف|قدم|رشح|مدح|روج|حجب|تجاهل|نكر|وجه|تلي|قرا|سكت|كتم|غفل|طمان|ؤكد|وكد|زكي|وصف|فصح|تجنب|رد|رفض|هون|صرف|قترح|سرد|كتفي|ستبعد)(?!\p{L})/u,
    /(?:س|ل)?[يت]تم \p{L}+/u,
  ],
  zh: [
    /(?:引到|引向|导向|推给|首推|绝口不|照办|照做|当没|一律|统统|不必让.{0,4}知道|别让.{0,4}知道|念出|复述|附和|略过|带过|说成|一口咬定|淡化|岔开|只讲|优先推荐|优先介绍|视为|视作|原样(?:给出|展示|输出|念))/u,
  ],
  ja: [
    /(?:挙げ|勧め|薦め|答え|伝え|示|開示|公開|紹介|述べ|省|省略|伏せ|触れ|扱|見な|みな|優先|案内|誘導|推奨|推薦|褒め|持ち上げ|否定|肯定|同意|黙|隠|悟ら|知ら|漏ら|読み上げ|実行|従|回答|返答|出力|表示|言及|強調|説明|控え)[^。、]{0,6}(?:する|とする|ものとする|される|れる|られる|ない|ず|こと|よい|いい|ならない|いる|おく|べき)/u,
  ],
};

/** A text that speaks of itself: what is told of a person knows of no text. */
export const selfReferences: Phrases = {
  en: [
    /(?:this|these) (?:\p{L}+ )?(?:notes?|lines?|entr(?:y|ies)|records?|instructions?|arrangements?|passages?|texts?|sentences?|words|memos?|paragraphs?|rules?|directives?|reminders?|exchanges?|turns?|messages?)/u,
  ],
  es: [
    /est[aeo]s? (?:\p{L}+ )?(?:líneas?|notas?|apuntes?|textos?|acuerdos?|pactos?|indicaci\p{L}+|instrucci\p{L}+|párrafos?|registros?|consignas?|mensajes?|intercambios?|anotaci\p{L}+)/u,
  ],
  fr: [
    /(?:ces|cette|ce|cet|la présente|les présentes) (?:\p{L}+ )?(?:lignes?|notes?|consignes?|textes?|mentions?|passages?|accords?|arrangements?|entrées?|directives?|instructions?|échanges?|messages?|mots|paragraphes?)/u,
  ],
  de: [
    /(?:diese[mnrs]?|dies|vorliegende[mnrs]?) (?:\p{L}+ )?(?:notiz|zeilen|eintrag|absprache|vereinbarung|regelung|anweisung|text|hinweis|passage|abmachung|vermerk|satz|sätze|vorgabe|nachricht|angaben|austausch|gespräch)\p{L}*/u,
  ],
  ru: [
    /эт(?:а|у|ой|и|их|ими|от|ого|ому|ом|о)(?: само\p{L}+)? (?:\p{L}+ )?(?:запис|строк|строч|заметк|договоренност|указани|текст|пометк|приписк|правил|инструкци|фраз|реплик|сообщени|переписк)\p{L}*/u,
    /сам\p{L}+ эт\p{L}+ (?:запис|строк|заметк|договоренност|указани|текст|пометк)\p{L}*/u,
  ],
  uk: [
    /ц(?:я|ю|ієї|ій|і|их|ими|ей|ього|ьому|е) (?:\p{L}+ )?(?:запис|рядк|нотатк|домовлен|вказівк|текст|приміт|помітк|правил|інструкці|фраз|реплік|повідомлен|листуван)\p{L}*/u,
  ],
  ar: [
    /(?:هذه|تلك) (?:ال)?(?:سطور|اسطر|ملاحظة|ملاحظات|تعليمات|قاعدة|قواعد|كلمات|مذكرة|فقرة|عبارة|توجيهات|رسائل|تدوينة)(?!\p{L})/u,
    /هذا (?:ال)?(?:نص|اتفاق|ترتيب|بند|سطر|تفضيل|توجيه|تعليم|كلام|تدوين|سجل|تبادل)(?!\p{L})/u,
  ],
  zh: [
    /(?:这|此|本)(?:几|条|段|些|份|项|则|两|三)?(?:句话|话|记录|备注|说明|规定|约定|指示|安排|文字|规则|指令|段落|条目|要求|轮|次对话|对话)/u,
  ],
  ja: [
    /(?:この|本|上記の|当該)(?:記録|メモ|文|取り決め|指示|記述|項目|約束|規則|一文|注記|記載|設定|やりとり|やり取り|会話|文章|覚え書き)/u,
  ],
};

/** What held before: with what restrains somebody, it is what a model was told first. */
export const formerly: Phrases = {
  en: [
    /(?:earlier|previous(?:ly)?|prior|former(?:ly)?|original(?:ly)?|initial(?:ly)?|existing|preset|default|factory|built-in|so far|up to now|until now|beforehand|hitherto)/u,
  ],
  es: [
    /(?:anterior(?:es)?|previ[oa]s?|originales|inicial(?:es)?|de fábrica|de origen|hasta (?:ahora|hoy)|de antes|por defecto|recibid[oa]s)/u,
  ],
  fr: [
    /(?:antérieure?s?|précédente?s?|initiale?s?|d'origine|d'usine|au départ|jusqu'ici|jusqu'à présent|reçue?s|prévue?s|habituelle?s|par défaut)/u,
  ],
  de: [
    /(?:bisherig|früher|vorherig|ursprünglich|anfänglich|voreingestellt|mitgegeben|bestehend|üblich)\p{L}*|bis(?:her|lang)|ab werk/u,
  ],
  ru: [
    /(?:прежн|предыдущ|прошл|ранее|раньше|исходн|изначальн|первоначальн|заводск|заложенн|заданн|установленн|данн\p{L}+ ранее)\p{L}*/u,
  ],
  uk: [
    /(?:колишн|попередн|минул|раніше|початков|первісн|заводськ|закладен|задан|встановлен)\p{L}*/u,
  ],
  ar: [
    /(?:ال)?(?:سابق|اصلي|اولي|قديم|مسبق|معتاد|افتراضي)(?:ة|ا)?(?!\p{L})/u,
    /(?:من قبل|سابقا|حتي الان|في البداية)/u,
  ],
  zh: [/(?:从前|以前|之前|此前|先前|原先|原有|原本|最初|起初|既有|出厂|默认|早先|过去)/u],
  ja: [/(?:過去|以前|これまで|従来|当初|最初|既存|元々|もとの|初期|先の|既定)/u],
};
