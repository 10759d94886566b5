const open = String.raw`(?:<(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad|internal)(?:\s[^>]*)?>|◁think▷|\[(?:THINK|THINKING|REASONING)\])`;
const close = String.raw`(?:<\/(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad|internal)>|◁\/think▷|\[\/(?:THINK|THINKING|REASONING)\])`;
const marks = new RegExp(`${open}|${close}`, "giu");
const closes = new RegExp(`^${close}$`, "iu");

/**
 * Gives a text without what a model thought before it: what stands between the marks, nested or not. Before a lone closing
 * mark all is thought, and so is all behind one that is never closed.
 */
export function withoutThinking(text: string): string {
  let kept = "";
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (depth === 0) kept += `${text.slice(from, index)} `;
    if (!closes.test(mark)) depth++;
    else if (depth > 0) depth--;
    else kept = "";
    from = index + mark.length;
  }
  return (depth === 0 ? kept + text.slice(from) : kept).trim();
}
