import { expect, it } from "vitest";
import { alignTable } from "./table.ts";

it("counts wide letters and emoji as two columns, and what is put on a letter as none", () => {
  const rows = [
    ["名称", "价格"],
    ["茶", "3元"],
    ["한국어", "ｶﾅ"],
    ["カナ", "Ａ"],
    ["👨‍👩‍👧", "é"],
    ["✅ ok", "1️⃣"],
    ["abcdef", "½ ±"],
  ];
  expect(`\n${alignTable(rows)}\n`).toBe(`
名称   │ 价格
───────┼─────
茶     │ 3元
한국어 │ ｶﾅ
カナ   │ Ａ
👨‍👩‍👧     │ é
✅ ok  │ 1️⃣
abcdef │ ½ ±
`);
});
