import type { Phrases } from "./phrases.ts";

/** The model about itself, and what it will not do; a clause begins with it. */
export const refusalStarts: Phrases = {
  en: [
    /(?:i'm|i am) (?:very |so |really )?(?:sorry|unable|not able|afraid|not (?:comfortable|allowed|permitted))/u,
    /(?:sorry|apologies|unfortunately),? (?:but )?i(?!\p{L})/u,
    /(?:my |sincere )?apologies(?= for|,|[^\p{L}\p{N}]*$)/u,
    /as an? (?:\w+ )?(?:ai|language model|llm|chatbot|virtual assistant)(?:,| i(?!\p{L})| (?:language )?(?:model|assistant)(?!\p{L}))/u,
    /(?:this|the|your|such a) (?:request|conversation|content|prompt|topic|task) (?:goes against|violates|would violate|is against|cannot be|can't be|is not (?:allowed|permitted|something)|contains (?:inappropriate|explicit|harmful|sensitive))/u,
    /(?:unable|not able) to (?:comply|assist|help|summari[sz]e|provide|complete|process|generate|fulfil|continue)/u,
    /(?:summari[sz]ing|providing|completing|continuing|processing) (?:this|that|the|such)(?!\p{L}).{0,60}(?:violate|against|guidelines|polic|not (?:possible|allowed|permitted)|cannot|impossible)/u,
    /(?:sorry|unfortunately|regrettably|i regret),? (?:but )?(?:this|the|that|your) (?:\p{L}+ )?(?:conversation|chat|request|content|dialogue|exchange|message)/u,
    /(?:cannot|can't|can not|won't|will not) (?:comply|assist|help with|provide|fulfil|summari[sz]e|continue with|process)/u,
  ],
  ru: [
    /(?:извините|простите|прошу прощения|приношу извинения)/u,
    /(?:к сожалению,? )?(?:я )?не могу (?:помочь|выполнить|ответить|составить|предоставить|обсуждать|продолжить|резюмировать)/u,
    /как (?:\p{L}+ )?(?:языковая модель|ии|искусственный интеллект|ассистент,)/u,
    /(?:к сожалению|увы|сожалею),? .{0,60}(?:обобщ|резюм|подытож|суммир|пересказ|сводк)\p{L}*/u,
    /(?:к сожалению,? )?(?:составить|сделать|создать|выполнить|обработать|предоставить|подготовить|обобщить|резюмировать|подытожить|суммировать|пересказать|сократить|изложить|продолжить|подвести) .{0,60}(?:невозможно|не удалось|не получится|нельзя)/u,
  ],
  uk: [
    /(?:вибачте|перепрошую|прошу вибачення)/u,
    /(?:на жаль,? )?(?:я )?не можу (?:допомогти|виконати|відповісти|скласти|надати|обговорювати|продовжити)/u,
    /як (?:\p{L}+ )?(?:мовна модель|ші|штучний інтелект)/u,
    /(?:на жаль|шкода),? .{0,60}(?:узагальн|підсум|резюм|переказ)\p{L}*/u,
    /(?:на жаль,? )?(?:скласти|зробити|створити|виконати|обробити|надати|підготувати|узагальнити|підсумувати|резюмувати|переказати|скоротити|викласти|продовжити|підбити) .{0,60}(?:неможливо|не вдалося|не вийде|не можна)/u,
  ],
  es: [
    /(?:lo (?:siento|lamento)|me temo que|lamentablemente,? .{0,60}resum\p{L}*)/u,
    /(?:mis )?disculpas,/u,
    /(?:lamentablemente|desafortunadamente),? .{0,60}(?:directrices|políticas?|no me es posible|no es posible (?:resumir|ayudar|completar|procesar)|normas de uso)/u,
    /no puedo (?:ayudar|proporcionar|cumplir|resumir|responder a|continuar|procesar|compartir|hacer eso|acceder)/u,
    /como (?:un )?(?:modelo|inteligencia artificial|ia(?!\p{L})|asistente virtual)/u,
  ],
  pt: [
    /(?:desculpe|sinto muito|lamento)/u,
    /(?:infelizmente,? )?(?:eu )?não posso (?:ajudar|fornecer|resumir|responder)/u,
    /como (?:um )?(?:modelo de linguagem|uma ia)/u,
  ],
  it: [
    /mi dispiace/u,
    /(?:purtroppo,? )?non posso (?:aiutar|fornire|riassumere|rispondere)/u,
    /(?:in quanto|come) (?:modello linguistico|ia(?!\p{L}))/u,
  ],
  fr: [
    /(?:cela|ceci|ça) m'est (?:impossible|interdit)/u,
    /(?:je suis )?(?:désolée?|navrée?)(?=,| mais| de | pour |[^\p{L}\p{N}]*$)/u,
    /(?:mes excuses|toutes mes excuses)/u,
    /en tant qu(?:e|')\s?(?:modèle|ia(?!\p{L})|intelligence artificielle|assistant virtuel)/u,
    /(?:malheureusement,? )?il (?:m'est|n'est pas|ne m'est pas|est) (?:impossible|possible) de (?:résumer|répondre|traiter|fournir|créer|générer)/u,
    /je ne (?:peux|suis|saurais)/u,
    /(?:malheureusement|hélas|désolée?|navrée?|je regrette),? .{0,60}(?:résum|synthés)\p{L}*/u,
  ],
  de: [
    /(?:es )?tut mir (?:sehr )?leid/u,
    /(?:entschuldigung|verzeihung),/u,
    /ich kann (?:dir |ihnen |das |diese|dabei |hierbei |leider |nicht )/u,
    /als (?:ki|künstliche intelligenz|(?:großes )?sprachmodell|ki-\p{L}+)(?!\p{L})/u,
    /leider (?:ist es )?(?:mir |uns )?(?:nicht möglich|unmöglich)/u,
    /(?:ich )?(?:bedaure|bedauere|leider|bedauerlicherweise),? .{0,60}(?:zusammenfass|zusammenzufass|verarbeit|weiterhelf)\p{L}*/u,
    /leider (?:ist es mir|kann ich|darf ich|bin ich)/u,
  ],
  ar: [
    /(?:عذرا|اسفة?،? (?:لا|ولكن|لكن)|انا اسف|اعتذر(?!\p{L})|المعذرة)/u,
    /(?:للاسف،? )?(?:لا|لن) (?:استطيع|يمكنني|اقدر|اتمكن)/u,
    /(?:بصفتي|كوني|باعتباري) (?:نموذج|ذكاء|مساعد)/u,
    /(?:ك|بوصفي )نموذج لغوي/u,
  ],
  zh: [
    /(?:很|非常|十分)?(?:抱歉|对不起|對不起|遗憾，?我|不好意思，?我)/u,
    /我(?:无法|不能|没法|不可以)/u,
    /(?:作为|身为)(?:一个|一款|一名)?\p{L}{0,6}(?:人工智能|AI|ai|语言模型|助手，?我)/u,
    /(?:很遗憾|遗憾的是|可惜).{0,30}(?:准则|政策|规定|无法(?:总结|完成|提供|处理|协助)|不能(?:总结|提供))/u,
    /(?:无法|不能)(?:完成|提供|处理|协助|生成|总结)(?:该|这|此|您|你|相关)/u,
  ],
  ja: [
    /(?:それは|その件は|この(?:依頼|要求|リクエスト)は|ご?依頼は)[^。]{0,20}(?:できません|かねます)/u,
    /(?:大変)?(?:申し訳|すみません|恐れ入りますが|ごめんなさい)/u,
    /(?:ai|人工知能|大規模)?言語モデルとして/u,
    /(?:aiとして|私はai)/u,
    /(?:残念ながら|あいにく).{0,60}(?:ガイドライン|ポリシー|できません|いたしかねます|できかねます|反し)/u,
  ],
  ko: [/죄송/u, /(?:ai|인공지능|언어 모델)로서/u, /(?:도와드릴|제공할|요약할) 수 없/u],
};

/** The same, wherever in a sentence it stands. */
export const refusalParts: Phrases = {
  en: [
    /as an ai(?= (?:language|assistant|model|system|chatbot)|,)/u,
    /(?:large language model|ai language model|as a language model)/u,
    /(?:content|usage|safety) polic(?:y|ies)/u,
    /(?:against|violates?|within) (?:my|our|the|its) (?:\w+ )?(?:guidelines|programming|polic(?:y|ies))/u,
  ],
  ru: [
    /(?:наруша\p{L}+|противореч\p{L}+) .{0,30}(?:политик|правил)\p{L}*(?: использования| контента| безопасности)?/u,
    /политик\p{L}+ (?:использования|контента)/u,
  ],
  uk: [
    /(?:поруш\p{L}+|супереч\p{L}+) .{0,30}(?:політик|правил)\p{L}*(?: використання| контенту| безпеки)?/u,
    /політик\p{L}+ (?:використання|контенту)/u,
  ],
  es: [
    /(?:infringe|viola|contra) .{0,30}(?:políticas?|directrices)/u,
    /políticas? de (?:contenido|uso)/u,
  ],
  pt: [/(?:viola|contra) .{0,30}(?:políticas?|diretrizes)/u],
  it: [/(?:viola|contro) .{0,30}(?:politiche|linee guida)/u],
  fr: [
    /(?:enfrein\p{L}+|viole\p{L}*|contraire à) .{0,30}(?:politiques?|directives|règles)/u,
    /politiques? (?:de contenu|d'utilisation)/u,
  ],
  de: [
    /(?:verstößt|verstoßen|widerspricht) .{0,30}(?:\p{L}*richtlinien?|nutzungsbedingungen|regeln)/u,
    /inhaltsrichtlinien?/u,
  ],
  ar: [/(?:يخالف|تخالف|ينتهك|تنتهك|يتعارض|تتعارض) .{0,20}(?:سياس|ارشادات|قواعد|مبادئ)/u],
  zh: [/违反.{0,12}(?:政策|准则|规定|原则)/u, /(?:内容|使用)政策/u],
  ja: [
    /(?:コンテンツ|利用|使用)ポリシー/u,
    /ガイドラインに(?:反|違反)/u,
    /(?:お応え|お答え|お手伝い|対応|処理|アクセス|要約|提供)(?:でき(?:ません|かね)|いたしかね)/u,
  ],
  ko: [/(?:정책|지침)에 위배/u],
};
