import { setTimeout as delay } from "node:timers/promises";
import type { PrivateRedis } from "@tgmem/testbed";
import { median } from "../quantile.ts";
import type { OpenPeer, Peer } from "./peers/peer.ts";
import type { Proxy, Traffic } from "./proxy.ts";
import { startTalk, type Talk } from "./talk.ts";

export const histories = [20, 200, 2_000] as const;
/** So many of each history, in as many chats as that makes: a round adds 3 of a hundred to each. */
const seededTurns = 2_000;
const countedTurns = 10;

/** One peer with its conversations, and what a turn of each sends over the wire. */
export interface Contestant {
  readonly talks: readonly {
    readonly talk: Talk;
    readonly cost: Readonly<Record<string, number>>;
  }[];
  close(): Promise<unknown>;
}

export interface Place {
  readonly redis: Pick<PrivateRedis, "url">;
  readonly proxy: Proxy;
}

export async function enter(
  name: string,
  openPeer: OpenPeer,
  { redis, proxy }: Place,
): Promise<Contestant> {
  const prefix = name.replaceAll(/\W/g, "");
  const opened: Peer[] = [];
  const close = () =>
    Promise.race([
      Promise.allSettled(opened.map(async (peer) => peer.close())),
      // Some never finish behind a proxy.
      delay(1_000),
    ]);
  try {
    const [direct, delayed] = [
      await openPeer(redis.url, prefix),
      await openPeer(proxy.url, prefix),
    ];
    opened.push(direct, delayed);
    const talks = [];
    for (const history of histories) {
      const chats = seededTurns / history;
      const talk = await startTalk(direct, { name, history, chats });
      talks.push({ talk, cost: await costOf(talk, { through: delayed, proxy }) });
    }
    return { talks, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const middle = (of: readonly Traffic[], part: keyof Traffic) =>
  median(of.map((traffic) => traffic[part]));

async function costOf(
  talk: Talk,
  { through, proxy }: { readonly through: Peer; readonly proxy: Proxy },
) {
  // A new connection introduces itself, and loads scripts.
  await talk.turn(proxy.during, through);
  const opens: Traffic[] = [];
  const commits: Traffic[] = [];
  for (let turn = 0; turn < countedTurns; turn++) {
    const { open, commit } = await talk.turn(proxy.during, through);
    opens.push(open);
    commits.push(commit);
  }
  const both = (part: keyof Traffic) => middle(opens, part) + middle(commits, part);
  return {
    "open RTT": middle(opens, "roundTrips"),
    "commit RTT": middle(commits, "roundTrips"),
    "KB to Redis": both("sent") / 1_000,
    "KB from Redis": both("received") / 1_000,
    "ms at 20 ms a trip": both("ms"),
  };
}
