/** What a run of `*`, `_` or `~` may be where it stands. */
export interface Role {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const none: Role = { canOpen: false, canClose: false };

/** The characters of formulas that were taken out of a text count as signs. */
const sign = /^[\p{P}\p{S}\uE000\uE001]/u;
const digit = /^\p{N}/u;
/** Scripts that put no space between words, or hang endings on them, and the signs that are as wide as they. */
const unspaced =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\u3000-\u303F\uFF01-\uFF60]/u;
const wideSign = /^[\u3000-\u303F\uFF01-\uFF60]/;

const eye = /^[\^<>;=]/;

/** How far it is looked for the other end of a word. */
const reach = 80;

/**
 * Says what the run of one mark from `start` to `end` of a text may be: by the rules of CommonMark, but that no mark of
 * arithmetic, of a path, a pattern or a name counts as emphasis, and that words need no space around it where they have none.
 */
export function roleOf(text: string, start: number, end: number): Role {
  const run = text.slice(start, end);
  const before = /.$/su.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? "";
  const after = /^./su.exec(text.slice(end, end + 2))?.[0] ?? "";
  const place: Place = {
    run,
    before,
    after,
    behind: text.slice(Math.max(0, start - reach), start),
    ahead: text.slice(end, end + reach),
  };
  if (run.startsWith("_")) return underscore(place);
  if (isWord(before) && isWord(after)) return withinWord(place);
  return run.length === 1 ? oneStar(place) : twoMarks(place);
}

interface Place {
  readonly run: string;
  /** The characters beside the run, or nothing. */
  readonly before: string;
  readonly after: string;
  readonly behind: string;
  readonly ahead: string;
}

const isSpace = (char: string) => char.trim() === "";
const isWord = (char: string) => !isSpace(char) && !sign.test(char);

const isSignOnly = (inner: string, outer: string) =>
  sign.test(inner) && !wideSign.test(inner) && isWord(outer) && !unspaced.test(outer);

/** What CommonMark asks of the characters beside it. */
function byNeighbours({ before, after }: Place): Role {
  return {
    canOpen: !isSpace(after) && !isSignOnly(after, before),
    canClose: !isSpace(before) && !isSignOnly(before, after),
  };
}

function underscore(place: Place): Role {
  const { run, before, after, behind, ahead } = place;
  const { canOpen, canClose } = byNeighbours(place);
  const isName =
    run === "__" &&
    (/^(?:[a-z]\w*?|[A-Z][A-Z\d_]+?)__(?!\w)/.test(ahead) ||
      /(?<!\w)__(?:[a-z]\w*|[A-Z][A-Z\d_]+)$/.test(behind));
  // `__init__` and `__FILE__`, where `__Note__` is a word, and the mouth of `^_^`.
  if (isName || (eye.test(before) && eye.test(after))) return none;
  return { canOpen: canOpen && !isWord(before), canClose: canClose && !isWord(after) };
}

/**
 * A mark between two letters or digits most often is one of arithmetic, or hides letters. It is emphasis where the other mark of
 * the same word says so: `**S**ingle`, `habl**o**`, `*un*happy`, and where there are no spaces.
 */
function withinWord({ run, before, after, behind, ahead }: Place): Role {
  if (digit.test(before) && digit.test(after)) return none;
  if (run.length > 1 && (unspaced.test(before) || unspaced.test(after)))
    return { canOpen: true, canClose: true };
  if (run === "*")
    return {
      canOpen:
        /^[\p{L}\p{M}'’-]+\*(?![\p{L}\p{M}\p{N}*([{（=^])/u.test(ahead) && !digit.test(before),
      canClose: /(?<![\p{L}\p{M}\p{N}*)\]}])\*[\p{L}\p{M}'’-]+$/u.test(behind),
    };
  const [one = ""] = run;
  if (run.length !== 2) return none;
  const mark = `[${one}]{2}`;
  const isLetters = !digit.test(before) && !digit.test(after);
  return {
    canOpen: isLetters && new RegExp(`^[\\p{L}\\p{M}]+${mark}(?![\\p{N}${one}])`, "u").test(ahead),
    canClose:
      new RegExp(`(?<![\\p{L}\\p{M}\\p{N}${one}])${mark}[^\\s${one}]+$`, "u").test(behind) ||
      (isLetters && new RegExp(`\\p{L}${mark}[\\p{L}\\p{M}]+$`, "u").test(behind)),
  };
}

/** A star beside a sign may be one of a path, a pattern, a product or a pointer: `*.ts`, `.*`, `(a+b)*c`, `COUNT(*)`. */
function oneStar(place: Place): Role {
  const { before, after, behind } = place;
  if (isArgument(place)) return none;
  const { canOpen, canClose } = byNeighbours(place);
  if (before === after && sign.test(before)) return none;
  return {
    canOpen:
      canOpen &&
      !/^[)\]},;:?!.^=|%/\\]/.test(after) &&
      !/(?:[)\]}]|(?<![.])[.]|(?<![*])[/\\])$/.test(behind),
    canClose:
      canClose &&
      !/^[([{^=|/\\]/.test(before) &&
      !/^[([{]/.test(after) &&
      // The end of `.*foo.*`.
      !/(?:^|[\s(])\.\*\S*$/.test(behind),
  };
}

function twoMarks(place: Place): Role {
  const { run, before, after, behind, ahead } = place;
  const { canOpen, canClose } = byNeighbours(place);
  if ((before === after && sign.test(before)) || isArgument(place)) return none;
  const [one = ""] = run;
  // `**Note:**text`, if it is clear where it began.
  const isEnd = sign.test(before) && !/^[,([{]/.test(before);
  if (!canClose && isEnd && /^\p{L}/u.test(after) && isOpen(behind, one))
    return { canOpen: false, canClose: true };
  const isPower = /^[)\]}]/.test(before) && digit.test(after);
  const isPattern =
    (/^[/)\]}.]/.test(before) && sign.test(after)) ||
    (after === "/" && !/^\/[^\s*]*[^\s*/]\*\*(?!\/)/.test(ahead));
  // `**src/**`, and not `dist/**`.
  const isNoPattern = before !== "/" || isOpen(behind, one);
  const isFactor =
    digit.test(before) && /^[([{]/.test(after) && !/(?<![\p{L}\p{N}*])\*\*[^\s*]+$/u.test(behind);
  return {
    canOpen: canOpen && !isPower && !isPattern,
    canClose: canClose && !isFactor && isNoPattern,
  };
}

/** One of `f(*args, **kwargs)`. */
const isArgument = ({ behind, ahead }: Place) =>
  /[,({]\s?$/.test(behind) && /^[A-Za-z_]\w*(?:[)}]|,\s?\*\*?\w)/.test(ahead);

/** Whether two marks wait on this line for their end. */
const isOpen = (behind: string, one: string) =>
  new RegExp(`(?:^|[\\s\\p{P}])[${one}]{2}(?=[^\\s${one}])[^${one}\\n]+$`, "u").test(behind);
