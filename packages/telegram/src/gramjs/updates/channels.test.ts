import bigInt from "big-integer";
import { setImmediate as turn } from "node:timers/promises";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { Peers } from "../client/peers.ts";
import { KnownHashes } from "../session/known-hashes.ts";
import { Channels } from "./channels.ts";

const call = () => expect.unreachable("nothing is asked");
const peers = new Peers({ call, hashes: new KnownHashes([]), isBot: true });

const update = new Api.UpdateNewChannelMessage({
  message: new Api.Message({
    id: 1,
    peerId: new Api.PeerChannel({ channelId: bigInt(77) }),
    date: 1_000,
    message: "the first",
  }),
  pts: 8,
  ptsCount: 1,
});

it("writes a new group to the disk before its first message is delivered: after a crash it is asked for the rest", async () => {
  const written = Promise.withResolvers<void>();
  const delivered: unknown[] = [];
  const channels = new Channels({
    call,
    peers,
    session: {
      channels: new Map(),
      checkpointChannel() {},
      forgetChannel() {},
      flush: () => written.promise,
    },
    deliver: async ({ message }) => void delivered.push(message),
    onEvent() {},
    onError: (error) => expect.unreachable(String(error)),
    isUp: () => true,
    checkpoints: { keep: (_log, commit) => commit() },
    signal: new AbortController().signal,
  });
  channels.take("77", update);
  await turn();
  expect(delivered).toEqual([]);
  written.resolve();
  await expect.poll(() => delivered).toEqual([update.message]);
});
