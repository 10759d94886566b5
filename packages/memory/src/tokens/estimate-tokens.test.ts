import * as fc from "fast-check";
import { encode as encodeOlder } from "gpt-tokenizer/encoding/cl100k_base";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { expect, it } from "vitest";
import { estimateTokens, mostTokensPerUnit } from "./estimate-tokens.ts";
import { samples } from "./languages.kit.ts";

const cases = Object.entries(samples);

it.each(cases)(
  "is at most a tenth below and a quarter above a tokenizer of today: %s",
  (_, text) => {
    const ratio = estimateTokens(text) / encode(text).length;
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.25);
  },
);

it.each(cases)("is no less than half of what an older tokenizer needs: %s", (_, text) => {
  const ratio = estimateTokens(text) / encodeOlder(text).length;
  expect(ratio).toBeGreaterThan(0.49);
  expect(ratio).toBeLessThan(1.25);
});

it.each([
  ["random data", Buffer.from(Array.from({ length: 600 }, (_, at) => (at * at * 131) % 251))],
  ["a key", Buffer.from("0123456789abcdef".repeat(8))],
])("does not take %s for words", (_, bytes) => {
  for (const form of ["base64", "hex"] as const) {
    const text = bytes.toString(form);
    expect(estimateTokens(text)).toBeGreaterThan(0.6 * encode(text).length);
  }
});

it.each([
  "👍🏽🎉😂❤️👨‍👩‍👧",
  "เมื่อวานเราไปบ้านคุณยาย",
  "어제 우리는 시골 할머니 댁에 갔어요",
  "אתמול נסענו לסבתא בכפר",
])("knows the scripts beyond those of the samples: %s", (text) =>
  expect(estimateTokens(text)).toBeGreaterThan(0.8 * encode(text).length),
);

it("counts nothing for nothing, and more for more", () => {
  expect(estimateTokens("")).toBe(0);
  expect(estimateTokens("\ud800")).toBe(1);
  for (const [, text] of cases)
    expect(estimateTokens(text + text)).toBeGreaterThan(1.9 * estimateTokens(text));
});

const most = (text: string) => estimateTokens(text) <= mostTokensPerUnit * text.length;

it("never counts more than two tokens a unit, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), most), { numRuns: 2_000 });
  for (const text of ["é", "é1é1", "aBéB", "𝕏"]) expect(most(text)).toBe(true);
});
