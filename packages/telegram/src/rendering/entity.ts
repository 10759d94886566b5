/**
 * A stretch of a text that is shown in a style. `offset` and `length` count UTF-16 units, the indices of a string; none is
 * empty.
 */
export type Entity = { readonly offset: number; readonly length: number } & Style;

/** The styles in which Telegram can show a stretch of a text: `pre` is a block of code, `link` leads to its `url`. */
export type Style =
  | {
      readonly type:
        | "bold"
        | "italic"
        | "underline"
        | "strikethrough"
        | "spoiler"
        | "code"
        | "blockquote";
    }
  | { readonly type: "pre"; readonly language?: string }
  | { readonly type: "link"; readonly url: string };

/** A text without marks, and how its stretches are shown. */
export interface Formatted {
  /** The words alone, without any mark of Markdown. */
  readonly text: string;
  /** The stretches that have a style, sorted by offset, outer ones first. */
  readonly entities: readonly Entity[];
}
