import type { Phrases } from "./phrases.ts";

/** A model that thinks aloud before it writes; a clause begins with it. */
export const reasoningStarts: Phrases = {
  en: [
    /(?:what(?: is|'s)|so what(?: is|'s)) (?:new|changed|different) (?:here|in|since|this)/u,
    /(?:okay|ok|alright|all right|hmm+|wait|right|well|now|so|first(?:ly)?|next|then|finally|actually|let's see),? (?:so )?(?:the user|let me|let's|let us|i(?!\p{L})|we(?!\p{L})|the (?:target|summary|messages|previous)|this is|check|looking)/u,
    /(?:hmm+|wait)(?=[,.!]|[^\p{L}\p{N}]*$)/u,
    /let (?:me|us)|let's/u,
    /(?:the )?user (?:wants|is asking|asks|asked|would like|needs|expects|has asked|instructed|requested) (?:me|us|for (?:a|an|the) (?:\p{L}+ )?(?:summary|update))/u,
    /(?:the )?(?:task|goal|instructions?|target|limit|prompt|requirement)s? (?:is|are|was|were|says?|said|asks?|requires?|states?) (?:to|that|between|at|around|about|me|for|not)/u,
    /we (?:need|must|should|have|can|could|will|are|want)(?!\p{L})/u,
    /(?:need|have) to (?:update|produce|write|keep|include|fold|merge|check|make sure|output|summari[sz]e)/u,
    /looking at (?:the|this|these) (?:conversation|messages|data|summary|input|json)/u,
    /(?:thinking|reasoning|analysis|thought|thought process|draft|plan|step \d+)(?=:)/u,
    /(?:double[- ])?check(?:ing)? (?:the )?(?:word count|length|words|facts)/u,
  ],
  ru: [
    /(?:сначала|сперва|для начала),? (?:гляну|посмотрю|проверю|посмотрим|проверим)/u,
    /(?:хм+|ага|так-так)(?=[,.!…])/u,
    /(?:итак|так),? (?:начн|приступ|соста|перейд)\p{L}*/u,
    /(?:хорошо|ладно|итак|так|окей|хм+|стоп|подождите|сначала|далее|затем|теперь),? (?:пользовател\p{L}+ (?:хочет|просит|попросил|спрашивает)|мне |я |нужно |надо |давайте|посмотр\p{L}*|провер\p{L}*|нам )/u,
    /(?:пользовател\p{L}+|он|она) (?:хочет|просит|попросил[а]?),? (?:чтобы я|меня) /u,
    /(?:давайте|давай) (?:посмотр|провер|разбер|начн|подума)\p{L}*/u,
    /(?:мне|нам) (?:нужно|надо|следует|необходимо)/u,
    /(?:размышлени\p{L}+|рассуждени\p{L}+|анализ|черновик|шаг \d+)(?=:)/u,
  ],
  uk: [
    /(?:спершу|спочатку|для початку),? (?:гляну|подивлюс|перевірю|погляну|подивимос)\p{L}*/u,
    /(?:хм+|ага)(?=[,.!…])/u,
    /(?:гаразд|добре|отже|так|окей|хм+|стоп|зачекайте|спочатку|далі|потім|тепер),? (?:користувач\p{L}* (?:хоче|просить|попросив|питає)|мені |я |треба |потрібно |давайте|подив\p{L}*|перевір\p{L}*|нам )/u,
    /(?:користувач\p{L}*|він|вона) (?:хоче|просить|попросив|попросила),? (?:щоб я|мене) /u,
    /(?:давайте|давай) (?:подив|перевір|розбер|почн|подума)\p{L}*/u,
    /(?:мені|нам) (?:потрібно|треба|слід|необхідно)/u,
    /(?:міркування|роздуми|аналіз|чернетка|крок \d+)(?=:)/u,
  ],
  es: [
    /(?:a ver|hmm*|ajá)(?=[,.:…])/u,
    /lo nuevo (?:es|aquí)/u,
    /(?:vale|bien|bueno|de acuerdo|ok|a ver|hmm+|espera|primero|ahora|luego|entonces),? (?:el usuario (?:quiere|pide|me|está|solicita)|tengo que|debo|necesito|voy a|vamos|hay que|déjame)/u,
    /(?:el )?usuario (?:quiere|pide|desea|me pide|solicita) que (?:yo )?(?:actualice|resuma|escriba|haga|cree|redacte)/u,
    /(?:vamos a|veamos|déjame|tengo que|necesito) /u,
    /(?:razonamiento|análisis|borrador|paso \d+)(?=:)/u,
  ],
  pt: [
    /(?:ok|certo|bem|primeiro),? (?:o usuário|preciso|vou)/u,
    /o usuário quer que eu/u,
    /vamos (?:ver|começar)/u,
  ],
  it: [/(?:ok|va bene|allora|prima),? (?:l'utente|devo)/u, /l'utente (?:vuole|chiede) che io/u],
  fr: [
    /(?:hmm+|euh|bon|alors voyons)(?=[,.…])/u,
    /(?:d'accord|ok|bon|bien|alors|voyons|hmm+|attends|d'abord|ensuite|maintenant),? (?:l'utilisateur|je |il faut|nous |on doit|voyons)/u,
    /l'utilisateur (?:veut|souhaite|demande|me demande|voudrait) (?:que je|de )/u,
    /(?:voyons|il faut que je|je dois|je vais|laisse-moi)/u,
    /(?:raisonnement|analyse|brouillon|étape \d+)(?= ?:)/u,
  ],
  de: [
    /(?:hm+|tja|aha)(?=[,.!…])/u,
    /was (?:davon |hier )?ist (?:davon |hier )?neu/u,
    /(?:okay|ok|gut|also|alles klar|hm+|moment|zuerst|zunächst|dann|nun|jetzt|als nächstes),? (?:der nutzer|der benutzer|die nutzerin|muss ich|ich |soll ich|sollte ich|wir |müssen wir|schauen|lass)/u,
    /(?:der |die )?(?:nutzer|benutzer|nutzerin|user)(?:in)? (?:möchte|will|bittet|verlangt|wünscht|fragt),? (?:dass ich|mich|nach einer zusammenfassung)/u,
    /(?:schauen wir|sehen wir|lass mich|lassen sie mich|mal sehen)/u,
    /(?:überlegung|analyse|gedanken|entwurf|schritt \d+)(?=:)/u,
  ],
  ar: [
    /لنر(?!\p{L})/u,
    /(?:ساقوم|سادمج|ساضيف|ساكتب|ساختصر|ساحدث|ساراجع)\p{L}*/u,
    /(?:حسنا|اولا|ثانيا|ثم|الان|اذن|طيب|لنر|لنبدا)،? (?:المستخدم|المستخدمة|احتاج|يجب ان|ساقوم|علي|ساكتب|لنبدا|دعني|نحتاج)/u,
    /المستخدم(?:ة)? (?:يريد|تريد|يطلب|تطلب|طلب|طلبت) مني/u,
    /(?:دعني|دعونا|احتاج الي)/u,
  ],
  zh: [
    /(?:嗯+|唔|呃)[，,…。]/u,
    /(?:新的|新增的)(?:是|只有)/u,
    /(?:好的|好|嗯|那么|首先|接下来|现在|等等|然后|等一下)[，,]?(?:用户|我|让我|我们|需要(?:查看|更新|总结|先))/u,
    /用户(?:希望|想要|想让|要求|让|请)我/u,
    /(?:让我|我们|我)(?:需要|来|先|应该|要)/u,
    /(?:思考|分析|推理|草稿|步骤[一二三\d])(?=[:：])/u,
  ],
  ja: [
    /(?:さて|さあ|では)[、,].{0,60}(?:足して|省い|削って|よさそう)/u,
    /(?:えーと|ええと|えっと|うーん|ふむ)[、,…]/u,
    /新しいのは/u,
    /(?:さて|まず|では|次に|よし|うーん|待って|それでは)[、,].{0,40}(?:ユーザー|要約|メッセージを確認|必要がある|書く)/u,
    /ユーザー(?:は|が).{0,16}(?:要約|更新|まとめ).{0,10}(?:求め|望|依頼|頼)/u,
    /(?:思考|分析|推論|下書き|手順\d)(?=[:：])/u,
  ],
  ko: [/(?:좋아|자|먼저),? .{0,10}(?:사용자|요약)/u, /사용자(?:가|는) .{0,16}요약/u],
};

/** The same, wherever in a sentence it stands. */
export const reasoningParts: Phrases = {
  en: [
    /the rest (?:was|is|were) (?:already|unchanged|the same)/u,
    /(?:length|word count|limit)(?!\p{L}).{0,40}(?:\d+|\p{L}+) words/u,
    /step by step/u,
    /(?:in|use|using) the third person/u,
    /(?:between|about|around|under|at least|over) \d{2,4} (?:and|to|-|–) ?\d{2,4} words/u,
    /user (?:wants|is asking|asked|would like) me to/u,
    /the (?:user|person)(?:'s)? (?:said|wrote|mentioned|message) .{0,60}(?:let me|so i|i should|we should)/u,
  ],
  ru: [
    /остальное (?:то же|без изменений|уже (?:есть|было))/u,
    /(?:объем|длин)\p{L}*.{0,30} слов(?!\p{L})/u,
    /в третьем лице/u,
    /пользовател\p{L}+ (?:хочет|просит),? чтобы я/u,
  ],
  uk: [
    /решта (?:та сама|без змін|вже (?:є|була))/u,
    /(?:обсяг|довжин)\p{L}*.{0,30} слів(?!\p{L})/u,
    /(?:у|в|від) треті(?:й|ої) особ[іи]/u,
    /користувач (?:хоче|просить),? щоб я/u,
  ],
  es: [
    /lo demás ya (?:estaba|está|figura)/u,
    /el resto (?:ya estaba|no cambia|sigue igual)/u,
    /(?:extensión|longitud|límite)(?!\p{L}).{0,30} palabras/u,
    /en tercera persona/u,
    /el usuario quiere que/u,
  ],
  pt: [/na terceira pessoa/u],
  it: [/in terza persona/u],
  fr: [
    /le reste (?:y est déjà|était déjà|ne change pas|est inchangé)/u,
    /(?:longueur|taille|limite)(?!\p{L}).{0,30} mots(?!\p{L})/u,
    /à la troisième personne/u,
    /l'utilisateur (?:veut|souhaite) que je/u,
  ],
  de: [
    /(?:der rest|alles andere) (?:ist|war|steht|stand) (?:schon|bereits)/u,
    /(?:länge|wortzahl|umfang)(?!\p{L}).{0,30} wörter/u,
    /in der dritten person/u,
    /(?:nutzer|benutzer) (?:möchte|will),? dass ich/u,
  ],
  ar: [
    /الباقي (?:ف?موجود|كما هو)/u,
    /(?:الطول|طول|الحد).{0,30}كلمة/u,
    /بصيغة الغائب/u,
    /بضمير الغائب/u,
  ],
  zh: [
    /其余(?:的|部分)?(?:都)?(?:已有|不变|没变|已经有)/u,
    /(?:长度|字数|篇幅).{0,20}(?:字|词|符合)/u,
    /第三人称/u,
    /用户希望我/u,
  ],
  ja: [
    /(?:前の文|元の文|要約)に(?:足|加え|追加)/u,
    /(?:長さ|文字数|字数|語数).{0,20}(?:語|字|問題ない|収ま)/u,
    /三人称で/u,
  ],
};

/**
 * Somebody who thinks or hesitates, with a pause behind it: no fact begins so. Words that are names, too, as "Ben" and
 * "Vale" are, stand here only with what sets them apart.
 */
export const interjections: Phrases = {
  en: [/(?:okay|ok|hmm*|well|right|all ?right|wait|hold on|um+|uh|let's see)(?=[,.!…;]| [–—])/u],
  ru: [
    /(?:ну|хм+|гм+|эм+|ага|ладно|стоп|погоди(?:те)?|окей|ок|угу|так-так|ну что ж|ну вот)(?=[,.!…;]| [–—])/u,
  ],
  uk: [/(?:ну|хм+|гм+|ага|гаразд|стоп|зачекай(?:те)?|окей|ок|ну що ж|ну от)(?=[,.!…;]| [–—])/u],
  es: [/(?:a ver|bueno|mmm+|espera|ajá|pues)(?=[,.!…;]| [–—])/u],
  fr: [/(?:bon|alors|voyons|euh|d'accord|attends|bah|eh bien)(?= ?[,.!…;–—])/u],
  de: [
    /(?:hm+|moment|na gut|na ja|naja|tja|ach|aha|nun|nun gut|na dann|mal sehen)(?=[,.!…;]| [–—])/u,
  ],
  ar: [/(?:حسنا|طيب|لنر|مهلا|هم+|اها)(?=[،,.!…؛](?! ?\p{N}))/u],
  zh: [/(?:嗯+|唔|呃|哦|好吧|那么|等等|等一下|哎|喔)[，,。…！!]/u],
  ja: [/(?:さて|えーと|ええと|えっと|うーん|じゃあ|よし|まあ|ふむ|うん|おっと)[、,…。]/u],
};
