import type { Bench } from "../bench.ts";
import { limitGoal, ratioGoal, type Row, rowOf } from "../report.ts";
import { type Pair, type Rate, startPair } from "./pair.ts";
import { firstText } from "./first-text.ts";
import type { Peer } from "./peer.ts";

const peers: readonly Peer[] = ["ours", "gramjs", "mtcute"];
const names: Readonly<Record<Peer, string>> = {
  ours: "ours",
  gramjs: "bare GramJS",
  mtcute: "mtcute",
};
const ways = ["receive", "send"] as const;
type Way = (typeof ways)[number];

const messages = 4_000;
const heapAt = [10_000, 50_000, 100_000] as const;

/** Our client beside the one inside it and an unrelated one, each with a server process of its own. */
export const telegram: Bench = async ({ rounds, onProgress }) => {
  // As our processes are: one log-in receives, another sends.
  const pairs: { readonly peer: Peer; readonly way: Way; readonly pair: Pair }[] = [];
  try {
    for (const way of ways)
      for (const peer of peers) {
        onProgress(`starting a server and ${names[peer]}, to ${way}`);
        const pair = await startPair(peer);
        pairs.push({ peer, way, pair });
        // What is compiled later would count for nothing else.
        await pair[way](messages);
      }
    const rates = { receive: emptyRates(), send: emptyRates() };
    for (let round = 1; round <= rounds; round++)
      for (const { peer, way, pair } of pairs) {
        const rate = await pair[way](messages);
        rates[way][peer].push(rate);
        onProgress(`round ${round}: ${names[peer]} ${way}: ${Math.round(rate.perSecond)}/s`);
      }
    const heap = await heapOf(onProgress);
    const first = await firstText(onProgress);

    const rateOf = (way: Way, peer: Peer) =>
      rowOf(
        `${way}: ${names[peer]}`,
        "messages/s",
        rates[way][peer].map(({ perSecond }) => perSecond),
        rates[way][peer].map(({ cpuMs }) => ({ "client CPU ms": cpuMs })),
      );
    const stallOf = (way: Way, peer: Peer) =>
      rowOf(
        `${way}, p99 of the event loop's delay: ${names[peer]}`,
        "ms",
        rates[way][peer].map(({ stallMs }) => stallMs),
      );
    const tables = ways.map((way) => ({
      way,
      rate: peers.map((peer) => rateOf(way, peer)),
      stall: peers.map((peer) => stallOf(way, peer)),
    }));
    return {
      servers: {},
      rows: [
        ...tables.flatMap(({ rate, stall }) => [...rate, ...stall]),
        ...heap.rows,
        ...first.rows,
      ],
      goals: [
        ...tables.flatMap(goalsOf),
        ...first.goals,
        limitGoal("MiB of heap that messages 10,000 to 100,000 leave behind", 20, heap.growth),
      ],
    };
  } finally {
    await Promise.all(pairs.map(({ pair }) => pair.stop()));
  }
};

const emptyRates = (): Record<Peer, Rate[]> => ({ ours: [], gramjs: [], mtcute: [] });

function goalsOf({ way, rate, stall }: Table) {
  const [ours, gramjs] = rate;
  const [ourStall, gramjsStall] = stall;
  if (!ours || !gramjs || !ourStall || !gramjsStall) return [];
  const what = `${way}: ours / bare GramJS`;
  return [
    ratioGoal(what, 1, ours, gramjs),
    ratioGoal(`${what}, delay of the event loop`, 1, ourStall, gramjsStall, { atMost: true }),
  ];
}

interface Table {
  readonly way: Way;
  readonly rate: readonly Row[];
  readonly stall: readonly Row[];
}

async function heapOf(onProgress: (line: string) => void) {
  const rows: Row[] = [];
  let growth = 0;
  for (const peer of ["ours", "gramjs"] as const) {
    const pair = await startPair(peer);
    try {
      const heaps: number[] = [];
      let received = 0;
      for (const at of heapAt) {
        await pair.receive(at - received);
        received = at;
        const heap = await pair.heap();
        heaps.push(heap);
        onProgress(`${names[peer]}: ${Math.round(heap)} MiB of heap after ${at} messages`);
        rows.push(rowOf(`heap after ${at} messages: ${names[peer]}`, "MiB", [heap]));
      }
      if (peer === "ours") growth = (heaps.at(-1) ?? Number.NaN) - (heaps[0] ?? Number.NaN);
    } finally {
      await pair.stop();
    }
  }
  return { rows, growth };
}
