import type { Phrases } from "./phrases.ts";

/** What models call a summary when they put a title over it. */
export const summaryWords: Phrases = {
  en: [
    /(?:(?:updated|new|rolling|the|current|final|user|conversation|running) )*(?:summary|recap|overview)/u,
  ],
  ru: [
    /(?:(?:обновленн\p{L}+|нов\p{L}+|итогов\p{L}+) )?(?:резюме|сводка|краткое содержание|саммари)/u,
  ],
  uk: [/(?:(?:оновлен\p{L}+|нов\p{L}+) )?(?:підсумок|резюме|короткий зміст)/u],
  es: [/(?:nuevo )?resumen(?: actualizado)?/u],
  pt: [/(?:novo )?resumo(?: atualizado)?/u],
  it: [/(?:nuovo )?(?:riassunto|riepilogo)(?: aggiornato)?/u],
  fr: [/(?:nouveau )?résumé(?: (?:mis à jour|actualisé))?/u],
  de: [/(?:(?:aktualisierte|neue) )?zusammenfassung/u],
  ar: [/(?:ال)?ملخص(?: المحدث| الجديد)?/u],
  zh: [/(?:更新后?的?|新的?)?(?:对话)?(?:摘要|总结|概要)/u],
  ja: [/(?:更新(?:された|後の))?(?:要約|まとめ|概要|サマリー)/u],
  ko: [/요약/u],
};

/** What stands in brackets where a name should. */
export const templateWords: Phrases = {
  any: [
    /lorem ipsum/u,
    /dolor sit amet/u,
    /\{\{[^}]*\}\}?/u,
    /\$\{[^}]*\}/u,
    /<%[^%]*%>/u,
    /%\w+%/u,
    /_{3,}/u,
  ],
  en: [
    /(?:insert|your|name|user|person|summary|placeholder|city|age|date|date of birth|occupation|job|allerg(?:y|ies)|details?|information|text|here|location|address|language|unknown|tbd|todo|fill in|not specified|content|redacted|example)s?/u,
  ],
  ru: [
    /(?:вставьте|вставить|имя|ваше|пользовател|резюме|сводка|город|возраст|дата|текст|укажите|профессия|адрес|здесь|указать|заполн|уточн|неизвест)\p{L}*/u,
  ],
  uk: [
    /(?:вставте|вставити|ім'я|ваше|користувач|підсумок|резюме|місто|вік|дата|текст|вкажіть|професія|адреса|тут|вказати|заповн|уточн|невідом)\p{L}*/u,
  ],
  es: [
    /(?:insert|nombre|tu|su|usuario|resumen|ciudad|edad|fecha|texto|profesión|dirección|aquí|por completar|completar|rellen|pendiente|desconocid)\p{L}*/u,
  ],
  fr: [
    /(?:insér|nom|prénom|votre|utilisateur|résumé|ville|âge|date|texte|profession|adresse|ici|à compléter|compléter|remplir|inconnu)\p{L}*/u,
  ],
  de: [
    /(?:einfüg|name|ihr|nutzer|benutzer|zusammenfassung|stadt|wohnort|alter|datum|text|beruf|adresse|hier|ergänz|zu ergänzen|noch|ausfüll|unbekannt)\p{L}*/u,
  ],
  ar: [
    /(?:ادخل|اسم|الاسم|المستخدم|ملخص|الملخص|المدينة|العمر|التاريخ|النص|المهنة|هنا|تستكمل|يستكمل|املا|غير معروف|لاحقا)/u,
  ],
  zh: [
    /(?:插入|填写|待补|待定|待填|未知|未提供|姓名|名字|用户|摘要|总结|城市|年龄|日期|文本|职业|地址|此处|这里)/u,
  ],
  ja: [
    /(?:挿入|記入|未記入|名前|氏名|入力|未定|記載|ユーザー|要約|都市|年齢|日付|テキスト|職業|住所|ここ)/u,
  ],
};

/** What models call a person of whom they know nothing. */
export const userWords: Phrases = {
  en: [/(?:the )?user/u],
  ru: [/пользовател\p{L}+/u],
  uk: [/користувач\p{L}*/u],
  es: [/(?:el |la )?usuari[oa]/u],
  pt: [/(?:o |a )?usuári[oa]/u],
  it: [/l'utente/u],
  fr: [/l'utilisat(?:eur|rice)/u],
  de: [/(?:der |die )?(?:be)?nutzer(?:in)?/u],
  ar: [/المستخدم/u],
  zh: [/用户|使用者/u],
  ja: [/ユーザー|利用者/u],
  ko: [/사용자/u],
};
