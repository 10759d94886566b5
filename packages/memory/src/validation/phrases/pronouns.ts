import type { Phrases } from "./phrases.ts";

/**
 * A summary tells of somebody in the third person: outside of quotations it has no "I" and no "you". Words that mean
 * something else in another language, as the German "du" does in French, stand here with what follows them.
 */
export const firstPerson: Phrases = {
  en: [
    /(?<=^[^\p{L}\p{N}]*|[,;:(—–-] ?|(?:and|but|so|that|if|because|as|what|when|where|while|than|then|which|whether|since|before|after|until|and then|therefore) )I(?= \p{Ll})/u,
    /I'(?:m|ve|ll|d)/u,
    /I (?:am|can|cannot|can't|could|will|would|won't|have|had|should|must|may|might|do|don't|did|didn't|was|need|hope|think|see|know|want|understand|noticed?|apologi[sz]e|just|also|only)/u,
    /my/u,
    /me/u,
    /myself/u,
    /we (?:\p{L}+ly )?(?:are|can|cannot|could|will|would|have|had|should|must|may|do|don't|did|need|know|see|want|also|still)/u,
    /our/u,
  ],
  ru: [
    /я/u,
    /меня/u,
    /мне/u,
    /мной/u,
    /мо(?:й|я|е|ё|и|ю|их|им|ими|ей|ему|его|ем|ём)/u,
    /мы/u,
    /нас/u,
    /нам/u,
    /нами/u,
    /наш\p{L}{0,3}/u,
  ],
  uk: [/мене/u, /мені/u, /мною/u, /мій/u, /мо(?:го|єї|єму|їх|їм)/u, /ми/u, /нами/u],
  es: [
    /yo/u,
    /(?:estoy|soy|tengo|puedo|debo|necesito|voy|temo)/u,
    /mis?/u,
    /nosotr[oa]s/u,
    /nuestr[oa]s?/u,
    /conmigo/u,
  ],
  pt: [/eu/u, /(?:estou|sou|tenho|posso)/u, /meus?/u, /minhas?/u],
  it: [/io/u, /noi/u],
  fr: [/je/u, /j'\p{L}+/u, /moi/u, /nous/u, /mon/u, /mes/u],
  de: [/ich/u, /mich/u, /mir/u, /mein(?:e|en|em|er|es)?/u, /wir/u],
  ar: [
    /انا/u,
    /نحن/u,
    /يمكنني/u,
    /استطيع/u,
    /لدي(?!\p{L})/u,
    /مني(?!\p{L})/u,
    /سا(?:كتب|قوم|حاول|بدا)/u,
  ],
  zh: [/(?<![自忘])我(?!国)/u, /咱们/u],
  ja: [
    /(?:私|僕|俺|わたし|ぼく)(?:たち)?(?=[はがのをにもと、])/u,
    /(?:いたします|致します|できかねます)/u,
  ],
  ko: [/(?:저는|제가|저희)/u],
};

/** See `firstPerson`. */
export const secondPerson: Phrases = {
  en: [/you/u, /your/u, /yours/u, /yourself/u, /you'(?:re|ll|ve|d)/u],
  ru: [
    /(?<!на )ты/u,
    /тебя/u,
    /тебе/u,
    /тобой/u,
    /тво(?:й|я|е|ё|и|ю|их|им|ими|ей|ему|его)/u,
    /(?<!на )вы/u,
    /вас/u,
    /вам/u,
    /вами/u,
    /ваш\p{L}{0,3}/u,
  ],
  uk: [
    /(?<!на )ти/u,
    /тебе/u,
    /тобі/u,
    /тобою/u,
    /тві(?:й|м|х)/u,
    /тво(?:я|є|ї|го|єї|єму|їх)/u,
    /(?<!на )ви/u,
  ],
  es: [
    /(?<!de )tú/u,
    /tus/u,
    /(?<!de )usted(?:es)?/u,
    /contigo/u,
    /(?:eres|tienes|debes|puedes|necesitas|quieres|estás)/u,
  ],
  pt: [/vocês?/u],
  it: [/tuoi/u, /voi/u],
  fr: [
    /(?<!-|le )vous/u,
    /votre/u,
    /(?<!(?:trat|habl|llam)\p{L}* de |el )vos/u,
    /(?<!le |de |du )tu/u,
    /toi/u,
  ],
  de: [
    /dich/u,
    /dir/u,
    /dein(?:e|en|em|er|es)?/u,
    /du (?:musst|sollst|bist|kannst|darfst|wirst|hast|sollte?st|noch|antwort\p{L}*)/u,
    /(?:wenn|falls|dass|sobald|musst|sollst|darfst|kannst|bist) du/u,
    /euch/u,
    /sie müssen stets/u,
  ],
  ar: [
    /انت(?!\p{L})/u,
    /عليك(?!\p{L})/u,
    /اليك(?!\p{L})/u,
    /يمكنك(?!\p{L})/u,
    /لديك(?!\p{L})/u,
    /طلبك(?!\p{L})/u,
  ],
  zh: [/(?<!迷)你(?!好)/u, /您/u],
  ja: [/あなた/u, /(?:て|で|お\p{L}{1,4})(?:ください|下さい)/u],
  ko: [/당신/u, /(?:하세요|주세요|십시오)/u],
};

/** Words for somebody who is spoken of: with one of them, a sentence may be about the person. */
export const thirdPerson: Phrases = {
  en: [/(?:s?he|hers?|his|him|they|their|theirs|them)/u],
  ru: [/(?:он|она|они|его|ее|ему|ей|им|их|нее|него|ней|нем|сво\p{L}+|себя|себе)/u],
  uk: [/(?:він|вона|вони|його|її|йому|їй|їм|їх|ним|нею|сво\p{L}+|себе|собі)/u],
  es: [
    /(?:él|ella|ellos|ellas|sus?|suy[oa]s?)/u,
    // Alone, the Spanish "le" is a French article.
    /les? (?:gust|molest|encant|interes|preocup|import|duel|cuest|falt|pid|d[aijo]|recom|acon)\p{L}*/u,
  ],
  pt: [/(?:ele|ela|seus?|suas?)/u],
  it: [/(?:lui|lei|su[oaei])/u],
  fr: [
    /(?:il(?! (?:faut|faudrait|serait|convient|vaut|est))|elle|ils|elles|son|sa|ses|leurs?|lui)/u,
  ],
  de: [/(?:er|sie|ihr(?:e[nmrs]?)?|ihm|ihn|ihnen|sein(?:e[nmrs]?)?)/u],
  ar: [/(?:هو|هي|له|لها|لديه|لديها|عنده|عندها|(?:ابن|زوج)\p{L}?(?:ه|ها))(?!\p{L})/u],
  zh: [/[她他]/u],
  ja: [/彼女?/u],
  ko: [/그녀?[는가의]/u],
};

/** The person as the subject that a sentence begins with. */
export const thirdSubject: Phrases = {
  en: [/(?:s?he|they)/u],
  ru: [/(?:он|она|они)/u],
  uk: [/(?:він|вона|вони)/u],
  es: [/(?:él|ella)/u],
  fr: [/(?:elle|il)(?= (?:ne|n'|doit|peut|a|est|prend|travaille|mange|\p{L}+e)(?!\p{L}))/u],
  de: [/(?:er|sie)/u],
  ar: [/(?:هو|هي)(?!\p{L})/u],
  zh: [/[她他]/u],
  ja: [/彼女?は/u],
};
