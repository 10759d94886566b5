import { casesOfBlocks } from "./blocks.kit.ts";
import { sixthEast } from "./sixth-east.kit.ts";
import { sixthWest } from "./sixth-west.kit.ts";

/**
 * The sixth batch. Twelve good texts are left out: they hold no name, number or word of what was said ("She seems content
 * and relieved" of somebody who told of leaving a mill), which is what `unrelated` means, so they are refused on purpose.
 */
export const sixthCases = casesOfBlocks({ ...sixthWest, ...sixthEast });
