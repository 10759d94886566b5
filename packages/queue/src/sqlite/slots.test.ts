import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder } from "./folder.kit.ts";
import { keepPromises, openSqlite } from "./open-sqlite.ts";
import { prepareFile } from "./schema.ts";
import { slotsOf } from "./slots.ts";

/** The same numbers in every run. */
function randomBelow(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

// As many steps as it takes until SQLite moves rows between pages: of rows that are deleted, words are left then in every
// second run.
it("keeps the words of no body that was erased, among hundreds that come and go in any order", () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const random = randomBelow(seed);
    const path = join(folder(), "jobs.sqlite");
    const db = openSqlite(path);
    keepPromises(db);
    // Not waiting for the disk changes no byte of the file, and makes the test fast.
    db.exec("PRAGMA synchronous = OFF");
    prepareFile(db, "q");
    const slots = slotsOf(db);
    const kept = new Map<string, number>();
    for (let made = 0, step = 0; step < 400; step++) {
      if (random(2) === 0 || kept.size < 20) {
        for (let count = random(4); count >= 0; count--) {
          const word = `word-${made++}-`;
          kept.set(word, slots.write(word.repeat(1 + random(120))));
        }
      } else {
        for (let count = random(6); count >= 0; count--) {
          const [word = "", slot = 0] = [...kept][random(kept.size)] ?? [];
          slots.erase(slot);
          kept.delete(word);
        }
      }
      const found = new Set(readFileSync(path, "latin1").match(/word-\d+-/g));
      expect(found).toEqual(new Set(kept.keys()));
    }
    db.close();
  }
});
