import type { Phrases } from "./phrases.ts";

/** A model that thinks aloud before it writes; a clause begins with it. */
export const reasoningStarts: Phrases = {
  en: [
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
    /(?:итак|так),? (?:начн|приступ|соста|перейд)\p{L}*/u,
    /(?:хорошо|ладно|итак|так|окей|хм+|стоп|подождите|сначала|далее|затем|теперь),? (?:пользовател\p{L}+ (?:хочет|просит|попросил|спрашивает)|мне |я |нужно |надо |давайте|посмотр|провер|нам )/u,
    /(?:пользовател\p{L}+|он|она) (?:хочет|просит|попросил[а]?),? (?:чтобы я|меня) /u,
    /(?:давайте|давай) (?:посмотр|провер|разбер|начн|подума)/u,
    /(?:мне|нам) (?:нужно|надо|следует|необходимо)/u,
    /(?:размышлени\p{L}+|рассуждени\p{L}+|анализ|черновик|шаг \d+)(?=:)/u,
  ],
  uk: [
    /(?:гаразд|добре|отже|так|окей|хм+|стоп|зачекайте|спочатку|далі|потім|тепер),? (?:користувач\p{L}* (?:хоче|просить|попросив|питає)|мені |я |треба |потрібно |давайте|подив|перевір|нам )/u,
    /(?:користувач\p{L}*|він|вона) (?:хоче|просить|попросив|попросила),? (?:щоб я|мене) /u,
    /(?:давайте|давай) (?:подив|перевір|розбер|почн|подума)/u,
    /(?:мені|нам) (?:потрібно|треба|слід|необхідно)/u,
    /(?:міркування|роздуми|аналіз|чернетка|крок \d+)(?=:)/u,
  ],
  es: [
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
    /(?:d'accord|ok|bon|bien|alors|voyons|hmm+|attends|d'abord|ensuite|maintenant),? (?:l'utilisateur|je |il faut|nous |on doit|voyons)/u,
    /l'utilisateur (?:veut|souhaite|demande|me demande|voudrait) (?:que je|de )/u,
    /(?:voyons|il faut que je|je dois|je vais|laisse-moi)/u,
    /(?:raisonnement|analyse|brouillon|étape \d+)(?= ?:)/u,
  ],
  de: [
    /(?:okay|ok|gut|also|alles klar|hm+|moment|zuerst|zunächst|dann|nun|jetzt|als nächstes),? (?:der nutzer|der benutzer|die nutzerin|muss ich|ich |soll ich|sollte ich|wir |müssen wir|schauen|lass)/u,
    /(?:der |die )?(?:nutzer|benutzer|nutzerin|user)(?:in)? (?:möchte|will|bittet|verlangt|wünscht|fragt),? (?:dass ich|mich|nach einer zusammenfassung)/u,
    /(?:schauen wir|sehen wir|lass mich|lassen sie mich|mal sehen)/u,
    /(?:überlegung|analyse|gedanken|entwurf|schritt \d+)(?=:)/u,
  ],
  ar: [
    /(?:حسنا|اولا|ثانيا|ثم|الان|اذن|طيب|لنر|لنبدا)،? (?:المستخدم|المستخدمة|احتاج|يجب ان|ساقوم|علي|ساكتب|لنبدا|دعني|نحتاج)/u,
    /المستخدم(?:ة)? (?:يريد|تريد|يطلب|تطلب|طلب|طلبت) مني/u,
    /(?:دعني|دعونا|احتاج الي)/u,
  ],
  zh: [
    /(?:好的|好|嗯|那么|首先|接下来|现在|等等|然后|等一下)[，,]?(?:用户|我|让我|我们|需要(?:查看|更新|总结|先))/u,
    /用户(?:希望|想要|想让|要求|让|请)我/u,
    /(?:让我|我们|我)(?:需要|来|先|应该|要)/u,
    /(?:思考|分析|推理|草稿|步骤[一二三\d])(?=[:：])/u,
  ],
  ja: [
    /(?:さて|まず|では|次に|よし|うーん|待って|それでは)[、,].{0,40}(?:ユーザー|要約|メッセージを確認|必要がある|書く)/u,
    /ユーザー(?:は|が).{0,16}(?:要約|更新|まとめ).{0,10}(?:求め|望|依頼|頼)/u,
    /(?:思考|分析|推論|下書き|手順\d)(?=[:：])/u,
  ],
  ko: [/(?:좋아|자|먼저),? .{0,10}(?:사용자|요약)/u, /사용자(?:가|는) .{0,16}요약/u],
};

/** The same, wherever in a sentence it stands. */
export const reasoningParts: Phrases = {
  en: [
    /(?:length|word count|limit)(?!\p{L}).{0,40}(?:\d+|\p{L}+) words/u,
    /step by step/u,
    /(?:in|use|using) the third person/u,
    /(?:between|about|around|under|at least|over) \d{2,4} (?:and|to|-|–) ?\d{2,4} words/u,
    /user (?:wants|is asking|asked|would like) me to/u,
    /the (?:user|person)(?:'s)? (?:said|wrote|mentioned|message) .{0,60}(?:let me|so i|i should|we should)/u,
  ],
  ru: [
    /(?:объем|длин)\p{L}*.{0,30} слов(?!\p{L})/u,
    /в третьем лице/u,
    /пользовател\p{L}+ (?:хочет|просит),? чтобы я/u,
  ],
  uk: [
    /(?:обсяг|довжин)\p{L}*.{0,30} слів(?!\p{L})/u,
    /(?:у|в|від) треті(?:й|ої) особ[іи]/u,
    /користувач (?:хоче|просить),? щоб я/u,
  ],
  es: [
    /(?:extensión|longitud|límite)(?!\p{L}).{0,30} palabras/u,
    /en tercera persona/u,
    /el usuario quiere que/u,
  ],
  pt: [/na terceira pessoa/u],
  it: [/in terza persona/u],
  fr: [
    /(?:longueur|taille|limite)(?!\p{L}).{0,30} mots(?!\p{L})/u,
    /à la troisième personne/u,
    /l'utilisateur (?:veut|souhaite) que je/u,
  ],
  de: [
    /(?:länge|wortzahl|umfang)(?!\p{L}).{0,30} wörter/u,
    /in der dritten person/u,
    /(?:nutzer|benutzer) (?:möchte|will),? dass ich/u,
  ],
  ar: [/(?:الطول|طول|الحد).{0,30}كلمة/u, /بصيغة الغائب/u, /بضمير الغائب/u],
  zh: [/(?:长度|字数|篇幅).{0,20}(?:字|词|符合)/u, /第三人称/u, /用户希望我/u],
  ja: [/(?:長さ|文字数|字数|語数).{0,20}(?:語|字|問題ない|収ま)/u, /三人称で/u],
};
