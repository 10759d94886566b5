/** Endings of hosts that people write without a scheme. Of others, "Node.js" and "report.pdf" would be links. */
const endings =
  "com org net edu gov info biz name online site shop store club top xyz live link click pro app dev ai io co me tv cc ly gg gl be sh im to ws fm icu vip fun win bid loan work space website tech cloud page blog news media example invalid test onion eth eu us uk ca au nz ie de at ch fr es pt it nl pl cz sk hu ro bg gr tr dk se no fi is ee lv lt ru su ua by kz uz ge am il ae sa eg jo ma tn ir in pk bd lk cn hk tw jp kr sg my th vn id ph mx br ar cl pe za ng ke рф укр";
const ending = endings.split(" ").join("|");
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const withScheme =
  /(?:h(?:tt|xx)ps?|ftp|wss?|tg|mailto):\/{0,2}([^\s/?#"'<>()[\]{}«»“”「」，。、]+)/giu;
const bareHost = new RegExp(
  String.raw`(?<![\p{L}\p{N}@.-])((?:${label}\.){1,6}(?:${ending}))(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}-]|\.\p{L})`,
  "giu",
);
const cjkHost = new RegExp(
  String.raw`(?<![a-z0-9@.-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:${ending}))(?![a-z0-9-]|\.[a-z])`,
  "giu",
);
const address = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/gu;
const numeric = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?=[:/])/gu;
const dotted = /\.\p{L}/u;
const longest = 300;

const hostOf = (written: string): string =>
  (written.slice(0, longest).toLowerCase().split("@").at(-1) ?? "")
    .replace(/:\d*$/u, "")
    .replace(/[.,;:!]+$/u, "")
    .replace(/^www\d?\./u, "");

/** "example[.]com" and "example(dot)com" are read by whoever follows links. */
const spelledOut = (text: string): string =>
  text.normalize("NFKC").replace(/\s?[[({]\s?(?:\.|dot)\s?[\])}]\s?/giu, ".");

/** Gives the hosts of the links in a text and the whole addresses of mail, in lower case, without "www.". */
export function linksOf(text: string): ReadonlySet<string> {
  const written = spelledOut(text);
  const found = new Set<string>();
  for (const [mail] of written.matchAll(address)) found.add(mail.toLowerCase());
  const rest = written.replace(address, " ");
  for (const [, host = ""] of rest.matchAll(withScheme)) found.add(hostOf(host));
  // Few texts have a dot inside of a word, and a host is looked for at each of their words.
  for (const pattern of dotted.test(rest) ? [bareHost, cjkHost] : [])
    for (const [, host = ""] of rest.matchAll(pattern)) found.add(hostOf(host));
  for (const [host] of rest.matchAll(numeric)) found.add(host);
  return found;
}

/** Whether a text links to a host that the person never named: such a link is not a memory. */
export function hasForeignLink(text: string, named: ReadonlySet<string>): boolean {
  return [...linksOf(text)].some((link) => !named.has(link));
}
