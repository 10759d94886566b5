import type { Entity, Formatted, Look } from "./entity.ts";

/** Writes a text from start to end, and notes which stretches have a look of their own. */
export class FormattedWriter {
  #text = "";
  #indent = "";
  readonly #entities: Entity[] = [];
  readonly #open: Look["type"][] = [];

  readonly #wording: (text: string) => string;

  /** `wording` has the last word on what is written. */
  constructor(wording: (text: string) => string = (text) => text) {
    this.#wording = wording;
  }

  /** Lines after the first begin as deep as the place where it stands. */
  write(text: string): void {
    this.#text += this.#wording(text).replaceAll("\n", `\n${this.#indent}`);
  }

  /** As it is, also over several lines. */
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
    return this.#open.includes(type);
  }

  /** What is written meanwhile has that look, also if it is nothing; within the same look nothing changes. */
  shown(look: Look, write: () => void): void {
    if (this.isInside(look.type)) {
      write();
      return;
    }
    const offset = this.#text.length;
    const index = this.#entities.length;
    this.#open.push(look.type);
    write();
    this.#open.pop();
    const length = this.#text.length - offset;
    // Outer ones first: it goes before those that were noted meanwhile.
    this.#entities.splice(index, 0, { ...look, offset, length });
  }

  done(): Formatted {
    return { text: this.#text, entities: this.#entities };
  }
}
