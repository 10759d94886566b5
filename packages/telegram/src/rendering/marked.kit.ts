import type { Formatted } from "./entity.ts";

/** The text with its styles written into it, e.g. `<bold>hi</bold>`. */
export function marked({ text, entities }: Formatted): string {
  const marks = entities.flatMap((entity, index) => [
    { at: entity.offset, order: index, mark: `<${nameOf(entity)}>` },
    { at: entity.offset + entity.length, order: -1 - index, mark: `</${entity.type}>` },
  ]);
  let result = text;
  for (const { at, mark } of marks.toSorted((a, b) => b.at - a.at || b.order - a.order))
    result = result.slice(0, at) + mark + result.slice(at);
  return result;
}

/** A style with what belongs to it, e.g. `pre ts`. */
export function nameOf(entity: Formatted["entities"][number]): string {
  if (entity.type === "link") return `link ${entity.url}`;
  if (entity.type === "pre" && entity.language) return `pre ${entity.language}`;
  return entity.type;
}
