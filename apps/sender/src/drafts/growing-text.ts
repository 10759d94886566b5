import { type Formatted, maxTextLength, splitFormatted } from "@tgmem/telegram";
import { renderMarkdown } from "@tgmem/telegram/rendering";

/** Says behind a text that more of it comes. */
const more = " …";
/** The first message shows no more than this, whatever the rest is: only so much is rendered, over and over. */
const longestSource = 2 * maxTextLength;

/** A partial text as the chat shows it. */
export interface GrowingText {
  readonly shown: Formatted;
  /** Whether the message has no room for more. */
  readonly isFull: boolean;
}

/** Renders what the first message can show of an answer that is being written; undefined = nothing yet. */
export function growingText(markdown: string): GrowingText | undefined {
  const rendered = renderMarkdown(markdown.slice(0, longestSource));
  const [first, second] = splitFormatted(rendered, maxTextLength - more.length);
  if (!first) return undefined;
  const shown = { text: `${first.text}${more}`, entities: first.entities };
  return { shown, isFull: second !== undefined || markdown.length > longestSource };
}
