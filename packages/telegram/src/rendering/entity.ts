/** A stretch of a text that is shown in its own way. In UTF-16 units, the indices of a string; never empty. */
export type Entity = { readonly offset: number; readonly length: number } & Style;

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
  readonly text: string;
  /** Sorted by offset, outer ones first. */
  readonly entities: readonly Entity[];
}
