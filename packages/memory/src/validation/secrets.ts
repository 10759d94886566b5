import { anywhere, normalize, sourceOf } from "./phrases/phrases.ts";
import { cardNames, secretNames } from "./phrases/secrets.ts";
import { hasSeedWords } from "./seed-words.ts";

/** What is a secret by its shape alone. */
const shapes = [
  /-----BEGIN [A-Z ]*(?:PRIVATE KEY|CERTIFICATE)/u,
  /\bMI[IG][\w+/]{9,}/u,
  /\bsk-[\w-]{16,}/u,
  /\b(?:sk|pk|rk)_(?:live|test)_\w{10,}/u,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|npm_|dop_v1_|shpat_|SG\.)[\w.-]{10,}/u,
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}/u,
  /\bAIza[\w-]{20,}/u,
  /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{20,}/u,
  /\bey[JI][\w-]{10,}\.[\w-]{6,}/u,
  /\b\d{8,10}:[\w-]{30,}/u,
  /\b[0-9a-f]{32,}\b/iu,
  /\b(?=[\w+/-]*\d)(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])(?![\w+/-]*[/-]{2})[\w+]{24,}={0,2}/u,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/iu,
  /\b\d{3}-\d{2}-\d{4}\b/u,
  // Letters of both cases, a digit and a sign in one word of no address.
  /(?<![^\s"'“«„(])(?=[^\s]*[a-z])(?=[^\s]*[A-Z])(?=[^\s]*\d)(?=[^\s]*[!#$%^&*])[\w!#$%^&*?@.+-]{8,40}(?=[\s"'”»).,;:]|$)/u,
];

const cardLike = /(?<![A-Za-z\d+])\d(?:[ -]?\d){12,18}(?!\d)/gu;
const fours = /^\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?$/u;
const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Z0-9])/gu;

/** Whether digits are those of a card, by its check digit (ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  const sum = digits
    .split("")
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** Whether letters and digits are those of an account, by their check digits (ISO 13616). */
function passesIban(written: string): boolean {
  const compact = written.replaceAll(" ", "");
  if (compact.length < 15 || compact.length > 34) return false;
  const digits = (compact.slice(4) + compact.slice(0, 4))
    .split("")
    .map((sign) => Number.parseInt(sign, 36));
  return (
    digits
      .join("")
      .match(/\d{1,7}/gu)
      ?.reduce((rest, part) => Number(`${rest}${part}`) % 97, 0) === 1
  );
}

const namesCard = anywhere(cardNames);

function hasCard(text: string, normal: string): boolean {
  return Array.from(text.matchAll(cardLike), ([written]) => written).some(
    (written) =>
      fours.test(written) || passesLuhn(written.replace(/\D/gu, "")) || namesCard.test(normal),
  );
}

/** What may stand between the name of a secret and its value. */
const link = String.raw`(?:[^.!?;。！？\p{L}\p{N}]{0,3}(?:\p{L}[\p{L}'-]*\s+){0,5}?)`;
const equals = String.raw`(?:\s*[:=：＝—–-]+\s*|\s*(?:is|was|are|lautet|ist|war|heißt|es|era|est|était|è|هو|هي)\s*:?\s+|\s*(?:是|为|は|が)\s*|\s*)`;
/** A value has a digit or a sign in it, or stands in quotation marks. */
const value = String.raw`(?:["'“«„「][^"'”»“」]{3,60}["'”»“」]|(?=[\p{L}_@#$%&*+!?.-]*\d)(?=\S{3,})(?!\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\S))(?!(?:19|20)\d\d(?!\S))[\p{Script=Latin}\p{Script=Cyrillic}\d_@#$%&*+!?.~^=/-]{3,64}|[\p{L}]+[!@#$%&*_+][\p{L}\d!@#$%&*_+]*)`;
const secretName = sourceOf(secretNames);
const named = new RegExp(`${secretName}${link}${equals}${value}`, "u");
/** Any single word is a value after a colon. */
const colon = new RegExp(String.raw`${secretName}(?:\s\p{L}+){0,4}\s*[:=：＝]\s*\S{3,}`, "u");
/** "Is" and one word that ends the sentence: "her password is swordfish", but not "is weak". */
const word = new RegExp(
  String.raw`(?:password|passcode|passwort|kennwort|contraseña|mot de passe|парол[ья]|пароль)(?:\s\p{L}+){0,4}?\s+(?:is|lautet|ist|es|est|—|-|–)\s+(?!(?:weak|safe|secure|strong|lost|forgotten|old|new|wrong|expired|compromised|unknown|schwach|sicher|stark|vergessen|alt|neu|falsch|abgelaufen|débil|segura|fuerte|nueva|vieja|faible|sûr|fort|oublié|perdu|слабый|надежный|старый|новый|слабкий|надійний|новий)(?!\p{L}))["'“«]?[\p{L}\p{N}_-]{4,40}["'”»]?\s*(?:[.,;!]|$)`,
  "u",
);
const asciiDigits = (text: string): string =>
  text.normalize("NFKC").replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

/** Whether a sentence holds a number of a card or account, a password, a code or a key. */
export function hasSecret(sentence: string): boolean {
  const text = asciiDigits(sentence);
  const normal = normalize(text);
  if (shapes.some((shape) => shape.test(text)) || hasCard(text, normal)) return true;
  if (/\biban\b(?:\D{0,20}\d){10}/u.test(normal)) return true;
  if (Array.from(text.matchAll(iban), ([written]) => written).some(passesIban)) return true;
  if (hasSeedWords(normal)) return true;
  return named.test(normal) || colon.test(normal) || word.test(normal);
}
