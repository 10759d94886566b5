/** A stretch of a text that is shown in its own way. In UTF-16 units, the indices of a string. */
export type Entity = { readonly offset: number; readonly length: number } & (
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
  | { readonly type: "link"; readonly url: string }
);
