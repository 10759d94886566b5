import type { Entity, Formatted, Look } from "./entity.ts";

/** Writes a text from start to end, and notes which stretches have a look of their own. */
export class FormattedWriter {
  #text = "";
  #indent = "";
  readonly #entities: { readonly entity: Entity; readonly depth: number }[] = [];
  readonly #open: OpenLook[] = [];

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

  isInside(type: Look["type"]): boolean {
    return this.#open.some(({ look }) => look.type === type);
  }

  /** What is written meanwhile has that look, also if it is nothing; within the same look nothing changes. */
  shown(look: Look, write: () => void): void {
    if (this.isInside(look.type)) {
      write();
      return;
    }
    const depth = this.#open.length;
    // Telegram takes code with no other look than that of a quote: they end before it, and go on after it.
    const apart =
      look.type === "code" || look.type === "pre"
        ? this.#open.filter(({ look: { type } }) => type !== "blockquote")
        : [];
    for (const outer of apart) this.#note(outer);
    const open = { look, depth, offset: this.#text.length };
    this.#open.push(open);
    write();
    this.#open.pop();
    this.#note(open);
    for (const outer of apart) outer.offset = this.#text.length;
  }

  #note({ look, depth, offset }: OpenLook): void {
    const worded = look.type === "link" ? { ...look, url: this.#wording(look.url) } : look;
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

interface OpenLook {
  readonly look: Look;
  readonly depth: number;
  offset: number;
}
