import { setTimeout as delay } from "node:timers/promises";
import { modes, startOpenRouterServer } from "@tgmem/openrouter-test-server";
import type { Bench } from "../bench.ts";
import { limitGoal, type Row, rowOf } from "../report.ts";
import { type Ending, judge, verdicts } from "./judge.ts";
import { openAiSdk } from "./peers/ai-sdk.ts";
import { openLangchain } from "./peers/langchain.ts";
import { openOpenai } from "./peers/openai.ts";
import { openOurs } from "./peers/ours.ts";
import type { OpenPeer, Peer } from "./peers/peer.ts";

const peers: Readonly<Record<string, OpenPeer>> = {
  ours: openOurs,
  openai: openOpenai,
  "AI SDK": openAiSdk,
  LangChain: openLangchain,
};
const names = Object.keys(modes);

/** Well above what anybody needs who asks three times, with the pauses that the test server asks for. */
const patienceMs = 30_000;

async function endingOf(peer: Peer, mode: string): Promise<Ending> {
  const stop = new AbortController();
  const messages = [{ role: "user", content: "Hello!" }] as const;
  const asked = peer(mode, messages, { signal: stop.signal }).then(
    (text): Ending => ({ type: "text", text }),
    (): Ending => ({ type: "error" }),
  );
  const patience = delay(patienceMs, null, { signal: stop.signal }).then((): Ending => ({
    type: "none",
  }));
  patience.catch(() => {});
  const ending = await Promise.race([asked, patience]);
  stop.abort();
  return ending;
}

/** What clients of models make of everything that providers were seen to do: the right end, or which wrong one. */
export const edges: Bench = async ({ rounds, onProgress }) => {
  // What is thrown past a client is its fault, and must not end the others.
  process.on("unhandledRejection", () => {});
  const rows: Row[] = [];
  for (const [name, open] of Object.entries(peers)) {
    const right: number[] = [];
    const costs: Record<string, number>[] = [];
    for (let round = 1; round <= rounds; round++) {
      const server = await startOpenRouterServer();
      for (const mode of names) {
        const behaviour = modes[mode];
        if (behaviour) server.when(({ model }) => model === mode, behaviour);
      }
      const peer = open(server.baseURL);
      const ends = await Promise.all(
        names.map(async (mode) => [mode, judge(mode, await endingOf(peer, mode))] as const),
      );
      const count = (verdict: string) => ends.filter(([, found]) => found === verdict).length;
      right.push(count("right"));
      costs.push({
        ...Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])),
        requests: server.requests.length,
      });
      for (const [mode, verdict] of ends)
        if (verdict !== "right") onProgress(`${name}, ${mode}: ${verdict}`);
      await server.close();
    }
    rows.push(rowOf(name, `right of ${names.length}`, right, costs));
  }
  const [ours] = rows;
  return {
    servers: {},
    costsOf: `${names.length} modes`,
    rows,
    goals: [limitGoal("ways in which ours is wrong", 0, names.length - (ours?.median ?? 0))],
  };
};
