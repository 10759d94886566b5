import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Watermark } from "./watermark.ts";

it("commits a state as soon as all that began before it is done, and never earlier", () => {
  const step = fc.oneof(fc.constant("begin"), fc.constant("mark"), fc.nat(20));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let committed = 0;
      const watermark = new Watermark<number>((state) => {
        expect(state).toBeGreaterThan(committed);
        committed = state;
      });
      const begun: { isDone: boolean; readonly end: () => void }[] = [];
      /** How many had begun before each state. */
      const before: number[] = [0];
      for (const one of steps) {
        if (one === "begin") begun.push({ isDone: false, end: watermark.begin() });
        else if (one === "mark") watermark.mark(before.push(begun.length) - 1);
        else if (typeof one === "number") {
          const work = begun[one];
          if (!work || work.isDone) continue;
          work.isDone = true;
          work.end();
        }
        const isReached = (count: number) => begun.slice(0, count).every(({ isDone }) => isDone);
        expect(committed).toBe(before.findLastIndex(isReached));
      }
    }),
  );
});
