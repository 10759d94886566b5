import type { Phrases } from "./phrases.ts";

/** What a secret value follows. */
export const secretNames: Phrases = {
  any: [
    /(?:pin|puk|cvv|cvc|cvv2|ssn|otp|2fa|wpa2?)(?:[- ]?(?:code|код|номер|kod))?/u,
    /(?:api|secret|access|private|ssh|license)[ _-]?(?:key|token|secret)/u,
  ],
  en: [
    /(?:pass(?:word|code|phrase|wd)|log-?in(?: code| data)?|security code|(?:access|key|gate|alarm|entry|garage) code|door code|(?:bot|auth|bearer|access|refresh|session) token|token|seed phrase|recovery (?:phrase|code)s?|mnemonic|secret (?:key|code|word)|social security number|unlock code|safe combination)/u,
  ],
  ru: [
    /(?:парол[ьяею]\p{L}*|пин-?код\p{L}*|код (?:доступа|безопасности|от двери|от сейфа|домофона)|токен\p{L}*|ключ(?:а)? (?:api|апи|доступа)|сид-?фраз\p{L}*|секретн\p{L}+ (?:слов|ключ|код)\p{L}*|кодов\p{L}+ слов\p{L}*)/u,
  ],
  uk: [
    /(?:парол[ьяею]\p{L}*|пін-?код\p{L}*|код (?:доступу|безпеки|від дверей|від сейфа|домофона)|токен\p{L}*|ключ(?:а)? (?:api|доступу)|сід-?фраз\p{L}*|секретн\p{L}+ (?:слов|ключ|код)\p{L}*|кодов\p{L}+ слов\p{L}*)/u,
  ],
  es: [
    /(?:contraseñas?|clave(?:s)?(?: (?:de acceso|secreta|del? \p{L}+))?|código (?:de acceso|de seguridad|secreto|pin)|frase semilla|token)/u,
  ],
  pt: [/(?:senha|palavra-passe|código de (?:acesso|segurança))/u],
  it: [/(?:password|codice (?:di accesso|segreto|pin)|parola d'ordine)/u],
  fr: [
    /(?:mots? de passe|code (?:d'accès|secret|de sécurité|pin|confidentiel)|clé (?:api|secrète|d'accès)|phrase de récupération|jeton)/u,
  ],
  de: [
    /(?:passw(?:ort|örter)\p{L}*|kennw(?:ort|örter)\p{L}*|zugangs(?:code|daten|schlüssel)|sicherheits(?:code|nummer)|türcode|geheimzahl|api-schlüssel|zugriffstoken|wiederherstellungsphrase|\p{L}*-?pin|prüfziffer)/u,
  ],
  ar: [
    /(?:كلمة (?:ال)?(?:مرور|سر)|كلمه (?:ال)?(?:مرور|سر)|(?:ال)?رقم(?:ها|ه)? (?:ال)?سري|(?:ال)?رمز (?:ال)?(?:سري|مرور|دخول|امان|تحقق)|رمز pin|مفتاح (?:ال)?(?:api|واجهة|خاص))/u,
  ],
  zh: [/(?:密码|pin码?|口令|密钥|验证码|安全码|助记词|私钥|令牌|暗证号)/u],
  ja: [
    /(?:パスワード|暗証番号|認証コード|セキュリティコード|秘密鍵|apiキー|シードフレーズ|合言葉|トークン)/u,
  ],
  ko: [/(?:비밀번호|암호|인증번호|보안 코드)/u],
};

/** What a number of a card or an account follows. */
export const cardNames: Phrases = {
  en: [/(?:credit |debit |bank )?card(?: number| no\.?)?/u, /(?:bank )?account number/u],
  ru: [/карт[аыеу]/u, /номер (?:ее |его )?(?:карты|счета)/u],
  uk: [/карт(?:ка|ки|ку|ою|ці|и)/u, /номер (?:її |його )?(?:картки|рахунку)/u],
  es: [/tarjeta/u, /número de cuenta/u],
  pt: [/cartão/u],
  it: [/carta(?: di credito)?/u],
  fr: [/carte(?: bancaire| de crédit| bleue)?/u, /numéro de compte/u],
  de: [/(?:kredit|bank|ec-|giro)?karten?(?:nummer)?/u, /kontonummer/u],
  ar: [/بطاق(?:ة|تها|ته)/u],
  zh: [/(?:信用|银行|储蓄)?卡号?/u],
  ja: [/(?:クレジット)?カード/u, /口座番号/u],
  ko: [/카드/u],
};

/** What the words follow, or stand before, that open a wallet again. */
export const recoveryNames: Phrases = {
  any: [/(?:seed|mnemonic|bip-?39|metamask|ledger|trezor|wallet)s?/u],
  en: [/(?:recover|restor|backup|back-up|words?|phrase)\p{L}*/u],
  ru: [/(?:сид|кошел[её]?к|кошельк|восстанов|фраз|слов|мнемоник|резервн)\p{L}*/u],
  uk: [/(?:сід|гаман|віднов|фраз|слова|слів|мнемонік|мнемоні|резервн)\p{L}*/u],
  es: [/(?:semilla|monedero|billetera|cartera|recuper|restaur|respaldo|palabra|frase)\p{L}*/u],
  fr: [/(?:portefeuille|récupér|restaur|sauvegarde|mots?|phrase|graine)\p{L}*/u],
  de: [/(?:wallet|wiederherstell|wörter|worte|phrase|sicherung|geldbörse)\p{L}*/u],
  ar: [/(?:ال|لل)?(?:محفظ|استرداد|استعاد|استرجاع|كلمات|عبارة|نسخة احتياط)\p{L}*/u],
  zh: [/(?:钱包|助记|恢复|单词|备份|短语)/u],
  ja: [/(?:ウォレット|復元|リカバリー|フレーズ|単語|バックアップ)/u],
  ko: [/(?:지갑|복구|단어|니모닉)/u],
};
