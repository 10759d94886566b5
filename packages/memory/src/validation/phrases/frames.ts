import type { Phrases } from "./phrases.ts";

/** Verbs and adverbs of what has to be, may be, or would be good. */
export const modals: Phrases = {
  en: [
    /(?:must|should|shall|ought|may|might|would|can|could|let|had better|(?:is|are|has|have|needs?) to|no longer|agreed|allowed|permitted|advisable|preferabl[ey]|desirable|appropriate|wise)/u,
  ],
  ru: [
    /(?:следует|надо|нужно|необходимо|долж(?:ен|на|но|ны)|обязан\p{L}*|желательно|можно|нельзя|пусть|(?:по|раз)?зволено|разрешен[оаы]?|вправе|может|могут|стоит|стоило|лучше|правильн(?:о|ее)|уместно|разумно|полезно|хорошо|бы|договорил\p{L}*|больше не|не \p{L}+ет)/u,
  ],
  uk: [
    /(?:слід|треба|потрібно|необхідно|пови(?:нен|нна|нно|нні)|мусить|мають|має|бажано|можна|нехай|хай|дозволен[оаі]?|вправі|може|можуть|варто|годилося|краще|доречно|корисно|добре|б|би|домовлен[оа]|більше не|не \p{L}+[єи](?:ть)?)/u,
  ],
  es: [
    /(?:deb\p{L}+|hay que|ha de|ten(?:drá|dría|ga) que|tiene que|conv(?:iene|endría|endrá)|sería|puede\p{L}*|podrá\p{L}*|permitid[oa]|autorizad[oa]|acordad[oa]|ya no|\p{L}+(?:rá|rán|ría|rían))/u,
  ],
  fr: [
    /(?:doi(?:t|vent)|dev(?:ra|rait|ront|raient)|fau(?:t|dra|drait)|convien(?:t|drait)|convenu|serait|ferait|peu(?:t|vent)|pourra\p{L}*|vaut mieux|mieux|préférable|autorisée?|\p{L}+(?:ra|ront|rait|raient))/u,
  ],
  de: [
    /(?:soll\p{L}*|muss|müssen|darf|dürfen|dürfte|kann|können|könnte|wäre|empfiehlt|ratsam|angebracht|besser|am besten|vereinbart|gestattet|befugt|nicht mehr|ohne|würde)/u,
  ],
  ar: [
    /(?:يجب|ينبغي|[يت]ستحسن|المستحسن|الافضل|الانسب|يحسن|[يت]فضل|[يت]مكن|يجوز|[يت]سمح|لا مانع|لا باس|لم تعد|يحق|لا بد|الاتفاق|ان)/u,
  ],
  zh: [/(?:应|必须|最好|可以|不必|无需|不用|不要|须|需要|该|允许|建议|宜|不妨|一律|不再|约定)/u],
  ja: [
    /(?:べき|望まし|必要|よい|良い|いい|構わない|差し支え|なければ|こと(?:。|$)|許され|好ましい|推奨|合意|一番)/u,
  ],
};

/** A sentence that begins with what would be best: nobody has said that it is so. */
export const evaluations: Phrases = {
  en: [
    /it (?:would|might|may) be (?:\p{L}+ ){1,2}(?:to|if|for|that|when)/u,
    /it(?: is|'s) (?:\p{L}+ )?(?:best|better|advisable|preferable|desirable|agreed|understood|recommended)/u,
    /(?:best|better) (?:to|if|not)/u,
    /(?:ideally|preferably)/u,
  ],
  ru: [
    /(?:\S+ ){0,2}(?:лучше|желательно|хорошо бы|стоило бы|стоит|следует|уместно|разумно|правильнее) (?:\S+ ){0,3}\p{L}{2,}(?:ть|ться|чь|ти)/u,
    /(?:\S+ ){0,2}(?:будет|было бы) (?:лучше|\p{L}+о) (?:если|чтобы|\p{L}+(?:ть|ться|чь|ти))/u,
  ],
  uk: [
    /(?:\S+ ){0,2}(?:краще|бажано|добре б|варто|слід|доречно) (?:\S+ ){0,3}\p{L}{2,}ти(?:ся|сь)?/u,
    /(?:\S+ ){0,2}(?:годилося б|було б (?:краще|\p{L}+о) (?:якби|якщо|щоб|\p{L}+ти))/u,
  ],
  es: [
    /(?:conviene|convendría|lo (?:suyo|mejor|ideal|propio) (?:es|sería)|más vale|mejor \p{L}+[aei]r(?:l[eao]s?|se)?|estaría bien|sería (?:\p{L}+ ){1,2}(?:que|si|\p{L}+[aei]r(?:l[eao]s?|se)?)(?!\p{L})|es (?:preferible|aconsejable|conveniente|deseable))/u,
  ],
  fr: [
    /(?:mieux vaut|le mieux (?:est|serait)|autant \p{L}+(?:er|ir|re)|il (?:vaut|vaudrait|convient|conviendrait|serait|est (?:préférable|conseillé|souhaitable|convenu)))/u,
  ],
  de: [
    /(?:\p{L}+ )?(?:am besten|besser) (?:\p{L}+ )?(?:man|wird|wäre)/u,
    /(?:\p{L}+ )?(?:es )?(?:wäre es|es wäre|es empfiehlt sich|empfiehlt es sich|ist es (?:ratsam|besser|angebracht)|es ist (?:ratsam|besser|angebracht|vereinbart))/u,
    /man sollte/u,
  ],
  ar: [/(?:من )?(?:ال)?(?:افضل|مستحسن|انسب|احسن|يحسن|يستحسن)(?!\p{L})/u],
  zh: [/[^，。]{0,16}[，]?[^，。]{0,6}(?:最好|不妨)/u],
  ja: [
    /.{4,120}(?:(?<!方)がよい|とよい|が望ましい|のが一番だ?|のが無難だ?|(?<!方)がいい|といい|てよい|構わない|差し支えない)(?:だろう|でしょう|です|かもしれない)?(?=[。！]?$)/u,
  ],
};

/** A sentence whose subject is whoever it may be: it speaks to readers and not of the person. */
export const indefinites: Phrases = {
  en: [
    /(?:whoever|anyone who|anybody who|the next (?:one|person|assistant|helper)|any (?:future|later|other) (?:\p{L}+ )?(?:helper|assistant|reader|model|person|chat|session))/u,
  ],
  ru: [/(?:тому|тот|тем|тех|всякий|каждый|любой|всем|те),? кто/u],
  uk: [/(?:тому|той|тим|тих|кожен|усім|всім|ті),? хто/u],
  es: [/(?:quien|quienes|quienquiera|aquel que|cualquiera que)/u],
  fr: [/(?:celui qui|celle qui|ceux qui|quiconque|toute personne qui)/u],
  de: [/(?:wer|wem|jeder,? der|alle,? die)(?![:：])/u],
  ar: [/(?:علي )?من [يت]\p{L}{2,}/u],
  zh: [/.{0,4}谁/u],
  ja: [/.{0,14}(?:する|書く|答える|話す|読む|引き継ぐ|担当する)(?:人|者|方)(?:は|が)/u],
};

/** What holds somebody back is gone. */
export const cessations: Phrases = {
  en: [
    /(?:lifted|removed|waived|suspended|disabled|dropped|switched off|turned off|no longer|void|does(?: not|n't) (?:count|apply)|do(?: not|n't) (?:count|apply)|exempt|free of|free from|bypass\p{L}*)/u,
  ],
  ru: [
    /(?:снят|снял|снима|отмен|отключ|выключ|свобод|освобо|обой|обход|больше не|не действ|не каса)\p{L}*/u,
  ],
  uk: [
    /(?:знят|знял|зніма|скасов|вимкн|відключ|вільн|звільн|обій|обход|більше не|не дію|не стосу)\p{L}*/u,
  ],
  es: [
    /(?:levant|retir|anul|suspendid|desactivad|eliminad|exent|libr|saltar|ya no|no hace falta|no rige)\p{L}*/u,
  ],
  fr: [
    /(?:levée?s?|suspendue?s?|désactivée?s?|libre|affranchi\p{L}*|ne s'applique\p{L}*|n'a plus|plus rien|outre)/u,
  ],
  de: [
    /(?:aufgehoben|abgeschaltet|ausgeschaltet|deaktiviert|ausgesetzt|befreit|entbunden|gilt nicht|gelten nicht|nicht mehr|keine)/u,
  ],
  ar: [/(?:رفعت|معطل|الغيت|ازيلت|لم تعد|لا تنطبق|معف)\p{L}*/u],
  zh: [/(?:解除|取消|关闭|不再|失效|不适用|豁免|绕过|不必)/u],
  ja: [/(?:外れ|外し|解除|切って|無効|適用されない|なくな|気にせず)/u],
};
