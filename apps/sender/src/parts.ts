import { type Formatted, splitFormatted } from "@tgmem/telegram";
import { renderMarkdown } from "@tgmem/telegram/rendering";

/** An answer as the messages that show it; none if there is nothing to show. The same text gives the same parts. */
export const partsOf = (markdown: string): Formatted[] => splitFormatted(renderMarkdown(markdown));

/** For a part that is too long, however Telegram counts. */
export const smaller = (part: Formatted): Formatted[] =>
  splitFormatted(part, Math.ceil(part.text.length / 2));
