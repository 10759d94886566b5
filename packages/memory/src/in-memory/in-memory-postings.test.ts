import { describe, it } from "vitest";
import { recallContract } from "../testing/index.ts";
import { inMemoryPostings } from "./in-memory-postings.ts";

describe("a recall index in this process", () => {
  for (const { title, run } of recallContract({
    create: async (limits) => inMemoryPostings(limits),
  }))
    it(title, run);
});
