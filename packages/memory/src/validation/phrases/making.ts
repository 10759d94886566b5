import type { Phrases } from "./phrases.ts";

/** Words for the making of notes: what goes in, what stays out, what was there before, and how sure it is. */
export const makingTerms: Phrases = {
  en: [
    /(?:includ|omit|mention|merg|condens|shorten|trim|infer|speculat|guess|assum|redundan|outdat|unstated|rewrit|updat|revis|compress|cover|overlap|duplicat|repeat)\p{L}*/u,
    /(?:notes?|entr(?:y|ies)|versions?|details?|facts?|sources?|material|input|profile|gist|above|verbatim|left out|leave out|carried over|worth (?:keeping|noting|adding)|not (?:stated|specified|given|provided|mentioned)|provided|explicit(?:ly)?|chronological\p{L}*|concise(?:ly)?|brief(?:ly)?)/u,
    /(?:probably|perhaps|maybe|presumably|not sure|then again|either way|too (?:long|much|detailed|short|trivial|minor|vague)|deserves?|worth|good enough|should do|matters?|counts?)/u,
  ],
  es: [
    /(?:inclu|omit|omití|mencion|fusion|condens|acort|recort|infer|infier|especul|supon|supus|redundan|actualiz|revis|sintetiz|añad|repet|deduc|deduj)\p{L}*/u,
    /(?:notas?|apuntes?|fichas?|versi(?:ón|ones)|detalles?|datos?|fuentes?|material|anterior|arriba|literal|explícit\p{L}*|apuntad[oa]s?|registrad[oa]s?|concis\p{L}*|brevedad)/u,
    /(?:quizás?|tal vez|probablemente|a lo mejor|supongo|demasiad[oa]s?|merece|vale la pena|basta(?:rá|ría)?|sobra|cuenta como|irrelevante|secundari[oa])/u,
  ],
  fr: [
    /(?:inclu|omet|omis|mention|fusionn|condens|raccourc|infér|spécul|suppos|redondan|actualis|révis|synthéti|ajout|répét|répèt|dédui|figur|précis)\p{L}*/u,
    /(?:notes?|fiches?|versions?|détails?|éléments?|informations?|sources?|matière|ci-dessus|explicit\p{L}*|telle? quelle?|concis\p{L}*|brièveté)/u,
    /(?:peut-être|sans doute|probablement|reste à|trop|mérite|vaut la peine|suffi\p{L}*|superflu|secondaire|plutôt|durable|périm\p{L}*)/u,
  ],
  de: [
    /(?:aufgenommen|aufzunehmen|aufnehmen|weggelassen|wegzulassen|weglassen|erwähn|zusammengeführ|verdicht|gestrafft|kürz|gekürzt|entnehm|entnommen|herausles|ableit|spekulier|vermut|mutmaß|ergänz|aktualisier|überarbeit|übernommen|übernehm|wiederhol|hinzugefüg|eingearbeit)\p{L}*/u,
    /(?:notiz|notizen|eintrag|version|stand|detail|details|angabe|angaben|information|informationen|quelle|quellen|material|oben|ausdrücklich|wörtlich|vorliegend\p{L}*|belegt|knapp|bisherig\p{L}*)/u,
    /(?:wohl|vielleicht|vermutlich|wahrscheinlich|im zweifel|fraglich|zu (?:lang|viel|genau|detailliert|kurz|ausführlich)|lohnt|genügt|reicht|nebensächlich|unwichtig|entbehrlich)/u,
  ],
  ru: [
    /(?:включ|опуст|опущ|упомян|упомин|объедин|сжат|сжал|домысл|догад|предполож|додум|устарел|обнов|дописа|добав|повтор|выброс|выкин|учтен|учел|учла|внес|внёс)\p{L}*/u,
    /(?:заметк\p{L}*|запис(?:ь|и|ей|ях)|верси\p{L}*|детал\p{L}*|подробност\p{L}*|данные|данных|сведени\p{L}*|источник\p{L}*|выше|явно|дословно|кратко|новое|нового)/u,
    /(?:пожалуй|наверное|видимо|возможно|вряд ли|впрочем|стоит ли|нужно ли|слишком|хватит|достаточно|мелоч\p{L}*|неважн\p{L}*|лишн\p{L}*|уместн\p{L}*)/u,
  ],
  uk: [
    /(?:включ|опусти|опущ|згада|об'єдна|стисл|стисн|домисл|здогад|припущ|припуст|додум|застаріл|оновл|онови|допис|дода|повтор|викин|врахова|внес|вніс)\p{L}*/u,
    /(?:нотатк\p{L}*|запис(?:и|ів|у|ах)?|версі\p{L}*|детал\p{L}*|подробиц\p{L}*|дані|даних|відомост\p{L}*|джерел\p{L}*|вище|явно|дослівно|коротко|нове|нового|свіжого)/u,
    /(?:мабуть|напевно|певно|можливо|навряд|втім|чи варто|чи треба|надто|вистачить|досить|дрібниц\p{L}*|неважлив\p{L}*|зайв\p{L}*|доречн\p{L}*|стисл\p{L}*)/u,
  ],
  ar: [
    /[اينت]?(?:درج|دمج|حذف|ضف|ضيف|لخص|ختصر|ستنتج|فترض|خمن|حدث|كرر|غفل|همل|ستبعد|قتصر|كتفي)(?:ت|نا|وا)?(?!\p{L})/u,
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:تخمين|استنتاج|تفاصيل|معلومات|معطيات|مصدر|نسخة|مذكرة|ملاحظات|سجل|ملف|اعلاه|سابق|قديم|جديد|ايجاز|دمج|ذكر|صريح|صرح\p{L}?)(?!\p{L})/u,
    /(?:ربما|لعل|اظن|يبدو|قد يكون|زائد|يكفي|كاف|غير مهم|ثانوي|جدير)(?:\p{L}{0,2})(?!\p{L})/u,
  ],
  zh: [
    /(?:纳入|省略|略去|合并|压缩|精简|推测|猜测|臆测|推断|补充|更新|重复|删去|删掉|删减|保留|写进|收录|整理|归纳)/u,
    /(?:档案|版本|细节|信息|资料|来源|上述|上文|以上|明确|原话|旧的|新增|条目|备注|笔记)/u,
    /(?:大概|可能|也许|或许|应该够|算不算|要不要|太细|太长|太多|不重要|无关紧要|够了|值得|先带上|就行|吧)/u,
  ],
  ja: [
    /(?:省略|割愛|統合|圧縮|推測|憶測|推定|補足|追記|更新|重複|削除|反映|盛り込|書き足|足し|残し|載せ|まとめ直|整理)/u,
    /(?:情報|詳細|記録|資料|版|出典|上記|前回|既存|明記|明示|原文|新規|項目|メモ|事実)/u,
    /(?:だろうか|でしょうか|かもしれ|迷う|迷い|迷った|よさそう|良さそう|細かすぎ|長すぎ|問題ない|入れる方向|方針で|気もし|はず)/u,
  ],
};
