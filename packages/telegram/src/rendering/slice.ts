import type { Entity, Formatted } from "./entity.ts";

/**
 * Takes a stretch without the white space around it, but for the indentation of a line of code. Styles that reach over its ends
 * are cut there, and those that would show nothing are gone.
 */
export function slice({ text, entities }: Formatted, from: number, to = text.length): Formatted {
  const raw = text.slice(from, to);
  const end = from + raw.trimEnd().length;
  const start = startOf({ text, entities }, from, from + (raw.length - raw.trimStart().length));
  if (start >= end) return { text: "", entities: [] };
  return {
    text: text.slice(start, end),
    entities: entities.flatMap((entity) => {
      const first = Math.max(entity.offset, start);
      const last = Math.min(entity.offset + entity.length, end);
      if (last <= first || text.slice(first, last).trim() === "") return [];
      return [cut(entity, first - start, last - first)];
    }),
  };
}

/** Where the line begins whose first visible character is given, if it is one of code and not begun before. */
function startOf({ text, entities }: Formatted, from: number, visible: number): number {
  const code = entities.find(
    ({ type, offset, length }) => type === "pre" && offset <= visible && visible < offset + length,
  );
  if (!code) return visible;
  const line = Math.max(code.offset, text.lastIndexOf("\n", visible) + 1);
  return line < from ? visible : line;
}

const cut = (entity: Entity, offset: number, length: number): Entity => ({
  ...entity,
  offset,
  length,
});
