import { it } from "vitest";
import { checkGeneratedAnswers } from "./generated-answers.kit.ts";

// `pnpm run test:answers` tries 100,000 others.
it("shows every letter, digit and sign that was written, in order, minus markup that was markup", () => {
  checkGeneratedAnswers(2_000, 20_261_127);
});
