import { expect, it } from "vitest";
import { renderedParts } from "./rendered-parts.ts";

const long = "word ".repeat(2_000);

it("renders an answer of several parts once, however often they are asked for", () => {
  let rendered = 0;
  const parts = renderedParts((text) => {
    rendered++;
    return { text, entities: [] };
  });
  const first = parts("a", long);
  expect(first.length).toBeGreaterThan(1);
  expect(parts("a", long)).toBe(first);
  expect(parts("b", long)).toEqual(first);
  expect(rendered).toBe(2);
});

it("keeps the last answers only", () => {
  const parts = renderedParts();
  const first = parts("a", long);
  for (let id = 0; id < 50; id++) parts(String(id), long);
  expect(parts("a", long)).not.toBe(first);
  expect(parts("49", long)).toBe(parts("49", long));
});
