import { casesOfBlocks } from "./blocks.kit.ts";
import { seventhCyrillic } from "./seventh-cyrillic.kit.ts";
import { seventhEast } from "./seventh-east.kit.ts";
import { seventhWest } from "./seventh-west.kit.ts";

/** The seventh batch: of each language twelve bad texts and seven good ones, and none is left out. */
export const seventhCases = casesOfBlocks({
  ...seventhWest,
  ...seventhCyrillic,
  ...seventhEast,
});
