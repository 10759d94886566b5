import { getHeapSpaceStatistics } from "node:v8";
import { giveBackMemory } from "./give-back-memory.ts";

const nursery = () =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;

// What outlives its first collections makes the nursery grow.
const kept: object[] = [];
for (let n = 0; n < 200_000; n++) kept.push({ n, words: [n, n + 1, n + 2] });
const large = nursery();
giveBackMemory();
console.log(JSON.stringify([large, nursery()]));
