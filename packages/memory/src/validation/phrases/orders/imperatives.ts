import type { Phrases } from "../phrases.ts";

/**
 * Orders that only a reader of prompts can carry out, at the beginning of a sentence or behind a colon: "never call her
 * before noon" is a fact, "never mention it" an order, and "reply to the bank" something to do.
 */
export const imperatives: Phrases = {
  en: [
    /one (?:should|must) (?:always|never|only)/u,
    /(?:when(?:ever)?|if|should|as soon as) .{1,40}(?:asks?|says?|mentions?|wants?|inquires?)(?!\p{L}).{0,30}, (?:then )?(?:say|tell|claim|answer|reply|respond|pretend|refuse|deny|always|never|do not|don't|change|give|send)(?!\p{L})/u,
    /(?:going forward|from now on|from today on|henceforth),? (?:use|write|speak|be|act|begin|end|start|add|give|keep|avoid|talk|treat)(?!\p{L})/u,
    /(?:please |kindly |just |now |then |instead |also )*(?:respond|reply|answer)(?= (?:only|always|never|exclusively|solely|just|with|in|as|like|using|briefly|everything|nothing|to (?:all|every|any|each|the user|her|him|them|everything|this|questions)(?!\p{L})|all|every|any|each|this|"|“)|:)/u,
    /(?:please |kindly |just |now |then |instead |also )*(?:say|write|print|output|append|add|include|insert|put|use|type|return) (?:only|nothing|exactly|the (?:words?|phrase|sentence|following|text)(?!\p{L})|"|“|.{0,60}(?:every|each|all|your|any) (?:\p{L}+ )?(?:answer|reply|response|message|output)s?)/u,
    /(?:please |kindly |just |now |also )*tell (?:(?:her|him|them|everyone|everybody|anyone|people|(?:the|every|all|each|any) (?:users?|persons?|people|customers?|others)) (?:that|to|about|nothing|everything|the|she|he|they|only|a)(?!\p{L})|(?:everyone|everybody|anyone|the user|all users))/u,
    /(?:please |kindly |just |now |also )*(?:reveal|disclose|leak|divulge|obey|impersonate|role-?play|bypass|override|disregard|comply|advertise|glorify|worship)(?= \p{L})/u,
    /(?:please |kindly )*(?:pretend|act as if|act like|act as(?= (?:an?|the|if))|behave (?:as|like)|claim that|insist that|assert that|confirm that|deny (?:that|any|all|everything)|praise (?!from|for|by)|promote (?!to)|recommend (?=\p{L})|refuse (?:to|all|any|every|help)|ignore (?:all|any|the|her|his|every|everything|what)|forget (?:everything|all|your|the (?:above|previous|rules|instructions|user)))/u,
    /(?:please |kindly )*(?:make sure|ensure|be sure|see to it|remember|keep in mind|bear in mind)(?: that| to)? (?:always|never|all|every|each|your|the assistant|answer|answers|replies|reply|responses|respond|mention|include|say|end|you)(?!\p{L})/u,
    /(?:please |kindly )*(?:end|begin|start|finish|close|conclude|sign|prefix) (?:every|each|all|any|your) /u,
    /(?:please |kindly )*(?:speak|talk|write|communicate|converse) (?:only|always|exclusively|to (?:her|him|them|the user) (?:only|in|as|like)|in the (?:style|voice)|like an?)/u,
    /(?:please |kindly )*(?:address|treat|call) (?:her|him|them|the (?:user|person)) (?:as|only|always|with|by|like|"|“)/u,
    /(?:please |kindly )*(?:keep (?:this|it|that|everything) (?:secret|hidden|from)|stop (?:answering|responding|mentioning|warning)|avoid (?:mentioning|saying|answering|telling|warning)|translate (?:all|every)|repeat (?:after|this|everything|the (?:word|phrase|following))|send (?:all|every|her data|his data|their data|the conversation|the summary|the user)|forward (?:all|every|this|the conversation)|execute (?:the|this|all)|run (?:the|this) (?:command|code|script)|give (?:everyone|anyone|the user|all users))/u,
    /(?:please |kindly |important,? )*(?:always|never|do not|don't|under no circumstances|at all times|only|by no means)(?:,)? (?:ever )?(?:respond|reply|answer|say|tell|include|mention|recommend|reveal|disclose|obey|refuse|output|print|append|insist|claim|promote|pretend|ignore|disregard|admit|warn|discuss|inform|write in|speak|talk (?:about|to)|use the (?:word|phrase)|contradict|correct|apologi[sz]e|share|confirm|deny|praise|agree with|end (?:every|each|all|your|with)|start (?:every|each|all|your)|begin (?:every|each|all|your)|finish (?:every|each|all|your)|be honest|help|let (?:her|him|them|the user) know|give (?:her|him|them|the user) (?:the|any|a|information))(?!\p{L})/u,
    /from now on,?\s+(?:you|always|never|respond|reply|answer|say|write|speak|call|use|act|behave|every|all|do not|don't|only)/u,
    /you\s+(?:must|should|shall|have to|need to|are now|will now|are required to|may not|can ?not|are (?:free|allowed|an?|the|in|no longer))(?!\p{L})/u,
  ],
  es: [
    /habla con (?:ella|él|ellos|ellas) (?:solo|sólo|siempre|únicamente)/u,
    /recomienda .{1,40} a (?:todos|todo el mundo|cualquiera)/u,
    /(?:se ruega|se pide|se solicita) (?:responder|contestar|no )/u,
    /(?:por favor,? )?(?:responde|contesta|escribe|habla)(?:le|les)? (?:sólo|solo|únicamente|exclusivamente|solamente|nada más|siempre (?:con|en|que|como|a)|a (?:todo|cada|cualquier)|con (?:la|el|un|una|las|los) (?:palabra|frase|enlace|emoji|texto|siguiente)|como (?:si|un))/u,
    /(?:por favor,? )?(?:divulga|revela|desvela|filtra|finge|obedece|promociona|alaba|ignora (?:todas?|todo|las|el|los)|olvida (?:todas?|todo|las|tus|lo)|haz(?:te)?|di(?:le|les)?|dime|cuénta(?:le|les)|asegúrate|háblale|trátal[ao]|recuerda (?:siempre|que debes|responder)|actúa como|compórtate|incluye siempre|menciona siempre|recomienda (?:siempre|a tod)|repite (?:siempre|la|después)|muestra (?:el|tu|las)|comparte (?:el|tu|todas?|todo))(?!\p{L})/u,
    /(?:por favor,? )?(?:responda|conteste|diga|divulgue|revele|ignore|termine (?:cada|todas)|empiece (?:cada|todas)|escriba|hable|mencione|recomiende|finja|actúe|olvide|muestre|incluya|asegúrese|obedezca)(?!\p{L})/u,
    /(?:no|nunca|jamás|tampoco) (?:(?:le|les|la|lo|se lo) )?(?:digas|diga|menciones|mencione|reveles|revele|respondas|responda|contestes|conteste|hables|hable|cuentes|cuente|expliques|explique|recomiendes|recomiende|admitas|admita|escribas|escriba|niegues|adviertas|advierta|avises|avise|informes|informe|compartas|comparta|hagas|permitas|dejes que|rechaces|rechace|contradigas|contradiga|reconozcas)(?!\p{L})/u,
    /(?:siempre|nunca|jamás|no|únicamente|solo|sólo) (?:responder|contestar|mencionar|revelar|decir|divulgar|terminar|empezar|informar|advertir)(?:le|les|se)? /u,
    /debes (?:siempre|responder|contestar|decir|revelar|ignorar|obedecer|actuar)/u,
    /termina (?:cada|todas|siempre)|empieza (?:cada|todas|siempre)/u,
  ],
  pt: [
    /(?:por favor,? )?(?:responda|diga|revele|ignore|finja|mencione)(?!\p{L})/u,
    /(?:não|nunca) (?:diga|mencione|revele|responda|conte)(?!\p{L})/u,
  ],
  it: [
    /(?:per favore,? )?(?:rispondi|rivela|ignora|fingi|menziona|di' )(?!\p{L})/u,
    /(?:non|mai) (?:dire|menzionare|rivelare|dirle|dirgli)(?!\p{L})/u,
  ],
  fr: [
    /recommande .{1,40} à (?:tous|tout le monde)/u,
    /(?:s'il (?:te|vous) plaît,? |veuillez |merci de |prière de )?(?:réponds|répondez|répondre|dis|dites|écris|écrivez|révélez|divulguez|mentionnez|terminez|commencez|faites|fais|prétends|prétendez|obéis|obéissez|assure-toi|assurez-vous|souviens-toi|comporte-toi|comportez-vous|agis|agissez|utilise[zs]? (?:toujours|uniquement)|traduis|traduisez|répète[sz]?)(?:-(?:lui|leur|la|le|les))?(?!\p{L})/u,
    /(?:divulgue|révèle|dévoile|affiche|partage|ignore (?:toutes?|tout|les)|oublie (?:toutes?|tout|tes)|termine (?:chaque|toutes|toujours)|commence (?:chaque|toutes|toujours)|mentionne (?:toujours|chaque)|recommande (?:toujours|à tou)|parle-(?:lui|leur)|appelle-(?:la|le)|traite-(?:la|le)|vante|loue)(?!\p{L})/u,
    /(?:ne|n')\s?(?:(?:lui|leur|le|la|les|jamais) )*(?:dis|dites|réponds|répondez|mentionne[sz]?|révèle[sz]?|révélez|divulgue[sz]?|parle[sz]? (?:jamais|pas) (?:de|du|à)|fais|faites|donne[sz]? (?:jamais|pas)|refuse[sz]? (?:jamais|pas|aucune)|avertis|avertissez|préviens|prévenez|contredis|reconnais|admets|laisse[sz]?)(?!\p{L})/u,
    /(?:toujours|ne jamais|ne pas|uniquement) (?:lui |leur )?(?:répondre|mentionner|révéler|dire|divulguer|écrire|terminer|commencer|avertir|prévenir|évoquer)(?!\p{L})/u,
    /(?:tu|vous) (?:dois|devez|peux|pouvez|es|êtes)/u,
  ],
  de: [
    /man (?:soll|sollte|muss) (?:ihn|sie|ihm|ihr|ihnen) (?:stets|immer|nie|niemals|nur)/u,
    /bitte (?!um |an )/u,
    /(?:bitte |ab jetzt |ab sofort |nun |immer )*(?:antworte|antworten sie|erwidere|sag|sage|sagen sie|nenne|nennen sie|schreib|schreibe|schreiben sie|gib|geben sie|verrate|verraten sie|erwähne|erwähnen sie|beende|beenden sie|beginne|beginnen sie|ignoriere|ignorieren sie|vergiss|vergessen sie|tu so|verhalte dich|verhalten sie|offenbare|offenbaren sie|lege|legen sie|erzähl|erzähle|erzählen sie|empfiehl|empfehlen sie|lobe|befolge|befolgen sie|gehorche|gehorchen sie|füge|fügen sie|wiederhole|wiederholen sie|übersetze|sprich|sprechen sie|rede (?:nur|immer|nie|mit)|verwende|verwenden sie|benutze|benutzen sie|behandle|behandeln sie|behaupte|behaupten sie|bestätige|bestätigen sie|verschweige|verschweigen sie|verweigere|achte darauf|achten sie darauf|stelle? sicher|stellen sie sicher|merke? dir|sende|senden sie|leite|leiten sie|informiere|warne|warnen sie|teile (?:ihm|ihr|ihnen|allen|jedem|niemandem)|teilen sie|hilf|helfen sie)(?!\p{L})/u,
    /(?:immer|stets|nie|niemals|nur|ausschließlich|ab jetzt|ab sofort|künftig|auf keinen fall) .{0,80}(?:antworten|beantworten|erwähnen|sagen|verraten|schreiben|beenden|beginnen|offenlegen|empfehlen|preisgeben|mitteilen)(?=[^\p{L}\p{N}]*$)/u,
    /du (?:musst|sollst|darfst|bist)/u,
    /sie (?:müssen|sollen) (?:immer|stets|nur|nie|niemals) (?:mit|auf) .{0,40}(?:antworten)/u,
  ],
  ar: [
    /(?:تحدث|تكلم) مع(?:ها|ه|هم) .{0,30}(?:فقط|دائما)/u,
    /اوص(?!\p{L})/u,
    /(?:من فضلك،? |رجاء،? |يرجي |الرجاء )?(?:اجب|اجيبي|اجيبوا|جاوب|رد فقط|قل|قولي|اكشف|اكشفي|افصح|اطبع|اطبعي|انه كل|اختم|ابدا كل|اكتب فقط|اكتب كل|اذكر دائما|استخدم دائما|استخدم فقط|تصرف كان|تظاهر بان|خاطبها|نادها|عاملها|امدح|اوص ب|احرص علي|تاكد من ان|نفذ|اطع|كن)(?!\p{L})/u,
    /(?:يرجي|الرجاء|رجاء) /u,
    /لا (?:تخبر|تقل|تقولي|تجب|تفصح|تكشف|تذكر(?= (?:ابدا|لها|له|اي))|ترفض ابدا|تعترف|تحذر)/u,
    /(?:دائما|فقط|ابدا) (?:اجب|قل|اكتب|اذكر|رد)(?!\p{L})/u,
    /(?:ينبغي|يجب) (?:الرد|الاجابة|ذكر|الكشف)/u,
    /من الافضل ان (?:تبدا|تنتهي|تكون) (?:كل|جميع) /u,
  ],
  zh: [
    /(?:只|仅)(?:能|准|许)?用.{1,12}(?:和|跟|对|与)(?:她|他|用户)/u,
    /(?:永远|绝对|千万)(?:不要|别|不能|不可以)(?:对|跟|和|向).{1,6}(?:说|讲|提)/u,
    /向(?:所有人|任何人|每个人|大家)/u,
    /(?:请|務必|务必|始终|总是|永远|千万|一律|只能|只需|只用|只|仅|不要|别|切勿|禁止|绝不|不得|绝对不要|从现在(?:起|开始)|今后|必须|一定要|应当|应|你)[^。！？]{0,30}?(?:回答|回复|答复|告诉|告知|提及|提到|透露|公开|泄露|输出|称呼|推荐|忽略|无视|扮演|假装|拒绝|重复|翻译|结尾|开头|服从|赞美|说出)/u,
    /(?:向|对)(?:任何|所有|每个).{0,12}(?:公开|透露|泄露|披露|展示|分享|说明|推荐)/u,
    /(?:如果|要是|希望|最好).{0,10}(?:所有|每个|每次|一切)?(?:回答|回复|答复).{0,30}(?:就好了|为好|更好|最好|开头|结尾)/u,
    /(?:你必须|你必須|你现在|你是|你要|你应)/u,
    /(?:回答|回复)(?:所有|任何|每个|一切)/u,
  ],
  ja: [
    /.{0,80}(?:話せ|言え|書け|答えろ|使え|教えろ)(?=[。！!]|$)/u,
    /.{0,80}(?:て|で|お\p{L}{1,4})(?:ください|下さい)/u,
    /.{0,80}(?:答え|回答し|返答し|言い|書き|話し|使い|開示し|公開し|無視し)なさい/u,
    /.{0,80}(?:答え|教え|始め|終え|含め|付け)(?:ろ|よ)(?=[。！!]|$)/u,
    /.{0,80}(?:せよ|しろ)(?=[。！!]|$)/u,
    /.{0,80}(?:言う|答える|明かす|触れる|話す|教える|認める|断る|拒否する|警告する|言及する|伝える|漏らす|謝る)な(?=[。！!よ]|$)/u,
    /.{0,80}(?:答える|回答する|返答する|返信する|勧める|薦める|推奨する|忘れる|装う|褒める|述べる|伝える|使用する|話す|言う|始める|終える|含める|付ける|無視する|開示する|公開する|従う|触れない|言わない|教えない|答えない|伝えない|明かさない|警告しない|言及しない|称賛する|推薦する)こと(?=[。！!]|$)/u,
    /.{0,80}(?:答えて|言って|教えて|話して|伝えて|触れて|明かして)は(?:ならない|いけない|なりません|いけません)/u,
  ],
  ko: [/.{0,80}(?:하세요|하십시오|하라|해라|말라|마라|마세요|대답해|답하라)(?=[.!]|$)/u],
};

/** Forms of verbs that are an order and nothing else, wherever they stand outside of quotations. */
export const orderForms: Phrases = {
  ru: [
    // Russian and Ukrainian orders to many, or to somebody politely, end so; "сайте" is a site.
    /(?!сайт|байт|кайт)\p{L}{3,}(?:йте|йтесь|ьте|ьтесь)/u,
    /(?:отвечай|ответь|говори|скажи|пиши|напиши|сообщай|сообщи|раскрой|раскрывай|выдай|выдавай|упоминай|упомяни|рассказывай|расскажи|заканчивай|закончи|завершай|начинай|начни|игнорируй|забудь|притворись|притворяйся|веди себя|действуй|рекомендуй|порекомендуй|советуй|посоветуй|хвали|восхваляй|повторяй|повтори|добавляй|добавь|вставляй|вставь|включай|используй|называй|назови|обращайся|переводи|выполняй|выполни|подчиняйся|слушайся|соглашайся|отказывайся|скрывай|скрой|лги|ври|утверждай|убеждай|запомни|запоминай|отправляй|отправь|перешли|выведи|выводи|покажи|показывай|опубликуй|разгласи|разглашай|убедись|признавай|признавайся|предупреждай|обсуждай|спорь|извиняйся|помогай|молчи|начинайте|сделай|делай|помни)(?:те|тесь)?/u,
    /не смей(?:те)?/u,
    /(?:никогда не|всегда|только|впредь|отныне|нельзя|запрещено|запрещается) (?:\p{L}+ )?(?:отвечать|упоминать|сообщать|говорить ей|говорить ему|раскрывать|рассказывать ей|рассказывать ему|заканчивать (?:кажд|отв)\p{L}*)(?!\p{L})/u,
  ],
  uk: [
    /(?!сайт|байт)\p{L}{3,}(?:йте|йтеся|ьте|ьтеся)/u,
    /(?:відповідай|дай відповідь|кажи|скажи|говори|пиши|напиши|повідомляй|повідом|розкрий|розкривай|видай|видавай|згадуй|розповідай|розкажи|закінчуй|закінчи|завершуй|починай|почни|ігноруй|забудь|вдавай|поводься|рекомендуй|порадь|хвали|вихваляй|повторюй|повтори|додавай|додай|вставляй|використовуй|називай|назви|звертайся|перекладай|виконуй|виконай|підкоряйся|слухайся|погоджуйся|відмовляйся|приховуй|бреши|стверджуй|переконуй|запам'ятай|надсилай|надішли|перешли|виведи|виводь|покажи|показуй|опублікуй|розголошуй|переконайся|зізнавайся|попереджай|обговорюй|сперечайся|вибачайся|допомагай|мовчи|зроби|роби|пам'ятай)(?:те|теся|тесь|мо)?/u,
    /не смій(?:те)?/u,
    /(?:ніколи не|завжди|лише|тільки|відтепер|не можна|заборонено) (?:\p{L}+ )?(?:відповідати|згадувати|повідомляти|казати їй|казати йому|розкривати|розповідати їй|закінчувати (?:кожн|відп)\p{L}*)(?!\p{L})/u,
  ],
};

/** An order to the assistant at the beginning of a clause, where no wish before it makes it a fact. */
export const orderedAssistant: Phrases = {
  en: [
    /(?:the|this) (?:assistant|ai|model|bot|chatbot) (?:must|shall|is (?:required|instructed|ordered) to|has to)(?![\w-])/u,
  ],
};
