import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { layer198, mtprotoSchema } from "./layer.ts";

const require = createRequire(import.meta.url);

it("has the layer of the GramJS that is installed", () => {
  expect(layer198 === require("telegram/tl/apiTl.js")).toBe(true);
  expect(mtprotoSchema === require("telegram/tl/schemaTl.js")).toBe(true);
});
