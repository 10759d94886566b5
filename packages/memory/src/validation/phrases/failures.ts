import type { Phrases } from "./phrases.ts";

/** What happens to machines between a person and an assistant, and what is then to be done. */
export const failureTerms: Phrases = {
  any: [
    /(?:fail(?:ed|ure)?|timed? ?out|abort(?:ed)?|retry|retries|exceeded|overload(?:ed)?|unavailable|throttled|crash(?:ed)?|oom)/u,
  ],
  en: [
    /(?:closed|dropped|lost|refused|rejected|reset|interrupted|truncated|cancell?ed|expired|exhausted|exceeds?|ran out|out of|used (?:up|all)|unreachable|busy|went away|gone|not (?:found|available|ready|reachable|processed|completed)|could not (?:be )?\p{L}+|cannot be \p{L}+|was not \p{L}+|down|stalled|skipped|blocked|flagged|withheld|discarded|invalid|missing|malformed|resubmit|try again|retried|resumes?|falling back|fallback|goes back to)/u,
  ],
  es: [
    /(?:fall|caíd|cerrad|interrump|rechazad|agotad|excedid|superad|expirad|caducad|cancelad|descartad|bloquead|saturad|perdid|truncad|abortad|retenid|vencid|anulad|reintent)\p{L}*/u,
    /(?:no (?:se )?(?:pudo|ha podido|está disponible|disponible|se encontró|responde)|sin respuesta|fuera de servicio|vuelva a intentarlo|pruebe de nuevo|inténtel\p{L}*)/u,
  ],
  fr: [
    /(?:échou|échec|interromp|fermé|rejeté|refusé|épuis|dépass|expir|annul|abandonn|bloqu|satur|perdu|tronqu|indisponible|injoignable|suspendu|retenu|réessay|relanc|relanç|bascul)\p{L}*/u,
    /(?:n'a pas (?:pu|abouti|répondu)|n'est pas (?:disponible|joignable)|hors (?:service|ligne)|plus (?:disponible|accessible))/u,
  ],
  de: [
    /(?:fehlgeschlagen|gescheitert|abgebrochen|unterbrochen|abgelehnt|zurückgewiesen|erschöpft|aufgebraucht|überschritten|abgelaufen|verworfen|gesperrt|überlastet|ausgelastet|verloren|abgeschnitten|gekappt|getrennt|ausgefallen|nicht (?:verfügbar|erreichbar|gefunden|möglich|abgeschlossen)|zeitüberschreitung|wiederholversuch|neustart|ungültig|beendet|zurückgehalten|blockiert)\p{L}*/u,
  ],
  ru: [
    /(?:прерва|прервал|оборва|разорва|сброшен|отклонен|исчерпан|превышен|истек|отменен|заблокирован|перегружен|потерян|обрезан|недоступ|не удалось|не выполнен|не получен|не отвечает|не найден|сбой|сбоя|отказ|повторите|повторная попытка|закрыт|завершился|завершилась|упал|не хватило|нехватк)\p{L}*/u,
  ],
  uk: [
    /(?:перерва|обірва|урва|розірва|скинут|відхилен|вичерпан|перевищен|минув|скасован|заблокован|перевантажен|втрачен|обрізан|недоступ|не вдалося|не виконан|не отриман|не відповіда|не знайден|збій|збою|відмов|повторіть|повторна спроба|закрит|завершив|впав|не вистачи|забракло|бракує)\p{L}*/u,
  ],
  ar: [
    /(?:فشل|تعذر|انقطع|انتهت|انتهي|توقف|رفض|رفضت|الغي|الغيت|نفد|نفدت|تجاوز|تجاوزت|حظر|حجب|استبعاد|اعادة المحاولة|غير متاح|غير متوفر|مزدحم|مهلة|تم قطع|تم حجب|تم حذف)\p{L}*/u,
  ],
  zh: [
    /(?:失败|中断|断开|超时|超出|超限|用尽|耗尽|用完|拒绝|取消|过期|不可用|不足|过载|繁忙|异常|崩溃|重试|截断|拦截|屏蔽|过滤|排队|丢失|未能|无法|终止)/u,
  ],
  ja: [
    /(?:失敗|中断|切断|タイムアウト|超過|超え|枯渇|拒否|取り消|キャンセル|期限切れ|利用できません|使用できません|不足|過負荷|混雑|異常|停止|再試行|打ち切|遮断|除外|ブロック|できませんでした|終了しました|見つかりません)/u,
  ],
};

/** Parts of those machines that nobody's life has, but for who works with them and says so. */
export const partTerms: Phrases = {
  any: [
    /(?:gpu|cpu|cuda|vram|ram|pod|node|cluster|shard|replica|cache|redis|sql|socket|stream|chunk|batch|worker|thread|kernel|container|docker|kubernetes|daemon|payload|header|checkpoint|inference|embedding|vector|tokenizer|llm|backoff|throttle|webhook|region|trace(?:[ _-]?id)?|uuid|sla|dns|tls|rpc|grpc|sdk|cdn|vpc|lambda|azure|openai|anthropic|openrouter|ollama|vllm|hugging ?face)s?/u,
    /[\p{L}]+-\d+[a-z]?-\d+|0x[0-9a-f]{3,}|e-?\d{3,5}/u,
  ],
  en: [
    /(?:queue|job|task|peer|session|pool|buffer|memory|workspace|generation|completion|context window|plan|tier|billing|credits?|provider|vendor|deployment|instance|database|service|capacity|attempt|process|filter|moderation)s?/u,
  ],
  es: [
    /(?:cola|sesi(?:ón|ones)|memoria|generaci(?:ón|ones)|proveedor(?:es)?|saldo|créditos?|plan|base de datos|servicio|capacidad|intentos?|proceso|caché|salida|respaldo|nodos?|pasarela|suscripción|filtro|moderación)/u,
  ],
  fr: [
    /(?:file d'attente|session|mémoire|génération|fournisseur|solde|crédits?|forfait|base de données|service|capacité|tentatives?|processus|sortie|secours|nœuds?|passerelle|abonnement|filtre|modération|flux|délai)s?/u,
  ],
  de: [
    /(?:warteschlange|sitzung|speicher|grafikspeicher|arbeitsspeicher|generierung|anbieter|guthaben|tarif|datenbank|dienst|kapazität|versuch|prozess|cache|zwischenspeicher|zwischengespeichert\p{L}*|ausgabe|knoten|gateway|abonnement|filter|moderation|inhaltsfilter|vorgang|vorgangsnummer|zeitlimit|datenstrom|rechenknoten|\p{L}*versuch)(?:e|en|s|n)?/u,
  ],
  ru: [
    /(?:очеред|сеанс|сесси|памят|генераци|провайдер|баланс|тариф|баз\p{L} данных|сервис|мощност|попытк|процесс|хранилищ|фрагмент|байт|кэш|узел|узл|подписк|фильтр|модераци|поток|вывод|токен|буфер|воркер|контекст|таймаут|тайм-аут)\p{L}*/u,
  ],
  uk: [
    /(?:черг|сеанс|сесі|пам'ят|генераці|провайдер|баланс|тариф|баз\p{L} даних|сервіс|потужност|спроб|процес|сховищ|фрагмент|байт|кеш|вузол|вузл|підписк|фільтр|модераці|потік|поток|вивід|токен|буфер|воркер|контекст|таймаут|тайм-аут)\p{L}*/u,
  ],
  ar: [
    /(?:و|ب|ف|ك)?(?:ال|لل)?(?:طابور|جلسة|ذاكرة|توليد|مزود|رصيد|اشتراك|باقة|قاعدة بيانات|خدمة|سعة|محاولة|عملية|بوابة|عقدة|مرشح|فلتر|اشراف|رموز|مخرجات|ناتج|سياق|خوادم|معالج|وحدة)(?!\p{L})/u,
  ],
  zh: [
    /(?:队列|会话|内存|显存|生成|供应商|服务商|余额|套餐|数据库|服务|算力|进程|缓存|节点|订阅|过滤器|审核|输出|线程|上下文|令牌|实例|负载|通道|上游|配额|额度|流式)/u,
  ],
  ja: [
    /(?:キュー|セッション|メモリ|生成|プロバイダ|残高|クレジット|プラン|データベース|サービス|容量|プロセス|キャッシュ|ノード|フィルター?|モデレーション|出力|スレッド|コンテキスト|トークン|インスタンス|ストリーム|ゲートウェイ|アクセス|上限|バックエンド|リージョン)/u,
  ],
};
