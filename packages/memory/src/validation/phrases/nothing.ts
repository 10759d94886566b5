import type { Phrases } from "./phrases.ts";

/** What a model writes when it has nothing to say. The whole text is one of these. */
export const nothing: Phrases = {
  any: [/n\s*\/\s*a/u, /null/u, /undefined/u, /nil/u],
  en: [
    /none/u,
    /nothing(?: new| to (?:add|report|summari[sz]e))?/u,
    /empty/u,
    /no (?:new |relevant |personal )*(?:summary|information|facts|content|details|data)(?: (?:is |was |were )?(?:available|provided|found|given|shared|yet))?/u,
  ],
  ru: [/нет(?: данных| информации)?/u, /ничего(?: нового)?/u, /(?:новой )?информации нет/u],
  uk: [/немає(?: даних| інформації)?/u, /нічого(?: нового)?/u, /(?:нової )?інформації немає/u],
  es: [/ninguno/u, /nada(?: nuevo)?/u, /(?:no hay|sin) información(?: nueva| disponible)?/u],
  pt: [/nenhum/u, /nada/u, /(?:não há|sem) (?:novas )?informaç(?:ão|ões)(?: novas)?/u],
  it: [/nessun[oa]?/u, /niente/u, /nessuna (?:nuova )?informazione/u],
  fr: [
    /aucune?/u,
    /rien(?: de nouveau)?/u,
    /aucune (?:nouvelle )?information(?: nouvelle| disponible)?/u,
  ],
  de: [
    /keine?/u,
    /nichts(?: neues)?/u,
    /keine (?:neuen )?informationen(?: vorhanden| verfügbar)?/u,
  ],
  ar: [/لا شيء/u, /لا يوجد/u, /لا توجد معلومات(?: جديدة| متاحة| متوفرة)?/u],
  zh: [/无/u, /無/u, /没有/u, /(?:没有|无|暂无)(?:任何)?(?:新的?)?(?:信息|内容|摘要)/u],
  ja: [/なし/u, /特になし/u, /(?:新しい)?情報(?:は|が)?(?:ありません|ない|なし)/u],
  ko: [/없음/u, /(?:새로운 )?정보(?:가)? 없(?:음|습니다)/u],
};
