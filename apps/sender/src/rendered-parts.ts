import { type Formatted, splitFormatted } from "@tgmem/telegram";
import { renderMarkdown } from "@tgmem/telegram/rendering";
import { LRUCache } from "lru-cache";

/** Gives the parts of an answer, as Telegram shows them. */
export type RenderedParts = (id: string, text: string) => readonly Formatted[];

/** Answers whose parts are kept. */
const mostKept = 50;

/** Renders each answer once, however often its parts have to wait their turn. */
export function renderedParts(render: (text: string) => Formatted = renderMarkdown): RenderedParts {
  const kept = new LRUCache<string, readonly Formatted[]>({ max: mostKept });
  return (id, text) => {
    const known = kept.get(id);
    if (known) return known;
    const parts = splitFormatted(render(text));
    if (parts.length < 2) return parts;
    kept.set(id, parts);
    return parts;
  };
}
