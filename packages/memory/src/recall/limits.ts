import { checkCount } from "../protocol/limits.ts";
import type { PostingLimits } from "./posting-store.ts";

/** Gives the limits of a store. Throws `invalid_argument` for one that is no positive integer. */
export const checkPostingLimits = ({
  maxTurns = 10_000,
  maxPostings = 2_048,
}: PostingLimits): Required<PostingLimits> => ({
  maxTurns: checkCount("maxTurns", maxTurns),
  maxPostings: checkCount("maxPostings", maxPostings),
});
