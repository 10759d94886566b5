export interface Bar {
  /** Which of the series it belongs to, counted from 0. */
  readonly series: number;
  readonly value: number;
  /** The least and the most of all rounds. */
  readonly spread: readonly [number, number];
}

export interface BarChart {
  readonly title: string;
  readonly series: readonly string[];
  readonly groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
  /** Written behind each value. */
  readonly unit: string;
  /** A value to which all others are to be seen in relation. */
  readonly line?: { readonly at: number; readonly label: string };
}

const width = 760;
const labelWidth = 210;
const valueWidth = 110;
const barHeight = 14;
const groupGap = 14;
const headHeight = 64;

// Colours that can be told apart on white and on black; text and lines follow the reader's scheme.
const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 15px }
  .value { font-size: 12px }
  .line { stroke: #59636e; stroke-dasharray: 3 3 }
  .spread { stroke: #1f2328; stroke-opacity: .55 }
  .s0 { fill: #2f7fe0 } .s1 { fill: #e08a2f } .s2 { fill: #8a93a0 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .line { stroke: #9198a1 } .spread { stroke: #e6edf3 }
  }`;

/** Draws horizontal bars in groups, each with its value and its spread. */
export function barChart({ title, series, groups, unit, line }: BarChart): string {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ spread }) => spread[1])));
  const x = (value: number) => labelWidth + (value / most) * (width - labelWidth - valueWidth);
  const parts = [
    text(0, 18, title, "title"),
    ...series.flatMap((name, at) => [
      `<rect class="s${at}" x="${at * 170}" y="32" width="12" height="12" rx="2"/>`,
      text(at * 170 + 18, 43, name),
    ]),
  ];
  let y = headHeight;
  for (const { label, bars } of groups) {
    parts.push(text(0, y + (bars.length * barHeight) / 2 + 4, label));
    for (const { series: of, value, spread } of bars) {
      const middle = y + barHeight / 2 - 1;
      parts.push(
        `<rect class="s${of}" x="${labelWidth}" y="${y}" width="${round(x(value) - labelWidth)}" height="${barHeight - 2}" rx="2"/>`,
        `<path class="spread" d="M${round(x(spread[0]))} ${middle}H${round(x(spread[1]))}"/>`,
        text(round(x(Math.max(value, spread[1])) + 6), y + 11, `${value}${unit}`, "value"),
      );
      y += barHeight;
    }
    y += groupGap;
  }
  if (line) {
    parts.push(
      `<path class="line" d="M${round(x(line.at))} ${headHeight - 4}V${y - groupGap + 4}"/>`,
      text(round(x(line.at)), y + 6, line.label, "value"),
    );
    y += groupGap;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" role="img" aria-label="${escaped(title)}">
<style>${style}
</style>
${parts.join("\n")}
</svg>
`;
}

function text(x: number, y: number, words: string, kind = ""): string {
  const name = kind && ` class="${kind}"`;
  return `<text${name} x="${x}" y="${y}">${escaped(words)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
