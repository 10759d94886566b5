import { attention } from "micromark-core-commonmark";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import type { Construct, Extension, Token } from "micromark-util-types";
import { roleOf } from "./emphasis-marks.ts";

/**
 * Emphasis as models mean it, in a text that is given whole: CommonMark takes `2*3*4` and `__init__` for emphasis, and does
 * not see the end of `**注意：**这是`.
 */
export function emphasisIn(markdown: string): Extension {
  const judged = (construct: Construct): Construct => ({
    ...construct,
    tokenize(effects, ok, nok) {
      return construct.tokenize.call(
        this,
        effects,
        (code) => {
          const token = this.events.at(-1)?.[1];
          if (token) judge(token);
          return ok(code);
        },
        nok,
      );
    },
  });
  const judge = (token: Token) => {
    const { canOpen, canClose } = roleOf(markdown, token.start.offset, token.end.offset);
    Object.assign(token, { _open: canOpen, _close: canClose });
  };
  const strikethrough = judged(struck);
  const stars = judged(attention);
  return {
    text: { 42: stars, 95: stars, 126: strikethrough },
    insideSpan: { null: [stars, strikethrough] },
    attentionMarkers: { null: [126] },
  };
}

// One tilde is one of `5~10`.
const struck = Object.values(gfmStrikethrough({ singleTilde: false }).text ?? {}).flat()[0]!;
