import type { Entity, Formatted } from "./entity.ts";

/** A stretch without the white space around it. Looks that reach over its ends are cut there. */
export function slice({ text, entities }: Formatted, from: number, to = text.length): Formatted {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = start + raw.trim().length;
  return {
    text: raw.trim(),
    entities: entities.flatMap((entity) => {
      const offset = Math.max(entity.offset, start);
      const length = Math.min(entity.offset + entity.length, end) - offset;
      return length > 0 ? [cut(entity, offset - start, length)] : [];
    }),
  };
}

const cut = (entity: Entity, offset: number, length: number): Entity => ({
  ...entity,
  offset,
  length,
});
