import type { Entity, Formatted, Style } from "./entity.ts";

/** Writes a text from start to end, and notes which stretches have a style of their own. */
export class FormattedWriter {
  #text = "";
  #indent = "";
  readonly #entities: { readonly entity: Entity; readonly depth: number }[] = [];
  readonly #open: OpenStyle[] = [];

  readonly #wording: (text: string) => string;

  /** `wording` has the last word on what is written. */
  constructor(wording: (text: string) => string = (text) => text) {
    this.#wording = wording;
  }

  /** Lines after the first begin as deep as the place where it stands. */
  write(text: string): void {
    this.#text += this.#wording(text).replaceAll("\n", `\n${this.#indent}`);
  }

  /** Writes a text as it is, also over several lines. */
  writeRaw(text: string): void {
    this.#text += this.#wording(text);
  }

  /** Ends the line; a second one leaves a line free. */
  newLines(count: number, { indented = true } = {}): void {
    this.#text += "\n".repeat(count) + (indented ? this.#indent : "");
  }

  indented(width: number, write: () => void): void {
    const before = this.#indent;
    this.#indent += " ".repeat(width);
    write();
    this.#indent = before;
  }

  isInside(type: Style["type"]): boolean {
    return this.#open.some(({ style }) => style.type === type);
  }

  /** What is written meanwhile has that style, also if it is nothing; within the same style nothing changes. */
  shown(style: Style, write: () => void): void {
    if (this.isInside(style.type)) {
      write();
      return;
    }
    const depth = this.#open.length;
    // Telegram takes code with no other style than that of a quote: they end before it, and go on after it.
    const apart =
      style.type === "code" || style.type === "pre"
        ? this.#open.filter(({ style: { type } }) => type !== "blockquote")
        : [];
    for (const outer of apart) this.#note(outer);
    const open = { style, depth, offset: this.#text.length };
    this.#open.push(open);
    write();
    this.#open.pop();
    this.#note(open);
    for (const outer of apart) outer.offset = this.#text.length;
  }

  #note({ style, depth, offset }: OpenStyle): void {
    const worded = style.type === "link" ? { ...style, url: this.#wording(style.url) } : style;
    const entity: Entity = { ...worded, offset, length: this.#text.length - offset };
    this.#entities.push({ entity, depth });
  }

  done(): Formatted {
    const ordered = this.#entities.toSorted(
      (a, b) => a.entity.offset - b.entity.offset || a.depth - b.depth,
    );
    return {
      text: this.#text,
      entities: ordered.flatMap(({ entity }) => (entity.length > 0 ? [entity] : [])),
    };
  }
}

interface OpenStyle {
  readonly style: Style;
  readonly depth: number;
  offset: number;
}
