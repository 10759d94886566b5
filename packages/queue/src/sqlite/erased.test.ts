import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { Job } from "../queue.ts";
import { folder } from "./folder.kit.ts";
import { openSqlite } from "./open-sqlite.ts";
import { sqliteQueue } from "./sqlite-queue.ts";

/** The words that stand in any file, byte by byte. */
function wordsIn(dir: string): string[] {
  const texts = readdirSync(dir).map((name) => readFileSync(join(dir, name), "latin1"));
  return [...new Set(texts.flatMap((text) => text.match(/word-\d+-/g) ?? []))];
}

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("push" as const),
      lane: fc.nat(5),
      lengths: fc.array(fc.oneof(fc.nat(400), fc.nat(400), fc.nat(90_000)), {
        minLength: 1,
        maxLength: 12,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("take" as const), max: fc.nat(5) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom("settle" as const, "settle" as const, "bury" as const),
      count: fc.nat(4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("forget" as const), lane: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("replay" as const), number: fc.nat(9) }) },
);

it("leaves no word of what was settled, discarded or cancelled in any file, whatever was written before", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 60, size: "max" }),
      async (steps) => {
        const dir = folder();
        const db = openSqlite(join(dir, "jobs.sqlite"));
        onTestFinished(() => {
          if (db.isOpen) db.close();
        });
        const queue = sqliteQueue(db, { name: "q", schema: { parse: String }, maxDeadLetters: 3 });
        // Not waiting for the disk changes no byte of the file, and makes the test fast.
        db.exec("PRAGMA synchronous = OFF");
        let made = 0;
        let taken: Job<string>[] = [];
        for (const some of steps) {
          if (some.type === "push") {
            const jobs = some.lengths.map((length) => {
              const word = `word-${made++}-`;
              return { lane: `l${some.lane}`, id: `j${made}`, body: word.repeat(1 + length / 8) };
            });
            await queue.push(jobs);
          } else if (some.type === "take") {
            taken.push(...(await queue.take({ max: some.max + 1, leaseMs: 60_000, waitMs: 0 })));
          } else if (some.type === "forget") {
            const lane = `l${some.lane}`;
            await queue.discardLane(lane);
            for (const { id } of await queue.peek(lane, { limit: 3 })) await queue.cancel(lane, id);
          } else if (some.type === "replay") {
            await queue.replay([some.number + 1]);
          } else {
            const receipts = taken.slice(0, some.count + 1).map(({ receipt }) => receipt);
            taken = taken.slice(some.count + 1);
            if (some.type === "settle") await queue.settle(receipts);
            else await queue.bury(receipts, { reason: "no" });
          }
          const lanes = [0, 1, 2, 3, 4, 5].map((lane) => queue.peek(`l${lane}`, { limit: 999 }));
          const kept = [
            ...(await Promise.all(lanes)).flat(),
            ...(await queue.deadLetters({ limit: 999 })),
          ];
          const words = kept.flatMap(({ body }) => /word-\d+-/.exec(body) ?? []);
          expect(wordsIn(dir).toSorted()).toEqual(words.toSorted());
        }
        await queue.close();
        db.close();
      },
    ),
    { numRuns: 15 },
  );
});
