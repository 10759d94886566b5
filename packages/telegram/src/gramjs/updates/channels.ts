import { Api } from "telegram";
import type { Call } from "../client/calls.ts";
import type { TelegramEvent } from "../client/options.ts";
import type { Peers } from "../client/peers.ts";
import type { FileSession } from "../session/file-session.ts";
import { askChannel, type ChannelState } from "./channel-log.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { GapRecovery } from "./gap-recovery.ts";
import { Watermark } from "./watermark.ts";
import { SerialQueue } from "./serial-queue.ts";
import { type Content, type Counted, countOf } from "./update-content.ts";

export interface ChannelsOptions {
  readonly call: Call;
  readonly peers: Peers;
  readonly session: Pick<FileSession, "channels" | "checkpointChannel" | "forgetChannel" | "flush">;
  /** Takes in a message of a log, whose watermark it holds back. */
  readonly deliver: (content: Content, log: Watermark<ChannelState>) => Promise<void>;
  /** Whether there is a connection. */
  readonly isUp: () => boolean;
  readonly onEvent: (event: TelegramEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly checkpoints: Pick<Checkpoints, "keep">;
  readonly signal: AbortSignal;
}

interface Channel {
  readonly id: string;
  readonly recovery: GapRecovery<ChannelState>;
  readonly tasks: SerialQueue;
  isBehind: boolean;
}

/** Updates of one channel that wait for a slow handler. Above that they are dropped, and asked for later. */
const inboxLimit = 100;
/** Questions at a time, when all channels are asked. */
const sweepers = 4;

/** The logs of all supergroups and channels; each goes on by itself, so that none waits for another. */
export class Channels {
  readonly #options: ChannelsOptions;
  readonly #channels = new Map<string, Channel>();

  constructor(options: ChannelsOptions) {
    this.#options = options;
    for (const [id, pts] of options.session.channels) this.#open(id, pts);
  }

  /** Takes in an update of one channel; the channel begins to be known with its first one. */
  take(id: string, update: Api.TypeUpdate | Api.TypeUpdates): void {
    const channel = this.#channels.get(id) ?? this.#discover(id, update);
    if (!channel) return;
    if (update instanceof Api.UpdateChannelTooLong) void this.#catchUp(channel, "too long");
    else if (channel.tasks.waiting >= inboxLimit) void this.#catchUp(channel, "slow handler");
    else void this.#run(channel, () => channel.recovery.apply(update));
  }

  /** Takes in what a call of this log-in has made in one channel. */
  made(id: string, counted: Counted): void {
    const channel = this.#channels.get(id);
    if (!channel) return;
    channel.recovery.made(counted);
    void this.#run(channel, async () => channel.recovery.passMade());
  }

  /** Asks all channels, or only as many as given, those first that were not asked for longest; some at a time. */
  async sweep(reason: string, max = Infinity): Promise<void> {
    const asked = [...this.#channels.values()].slice(0, max);
    for (const channel of asked) {
      this.#channels.delete(channel.id);
      this.#channels.set(channel.id, channel);
    }
    const rest = asked.values();
    const work = async () => {
      for (const channel of rest) await this.#catchUp(channel, reason);
    };
    await Promise.all(Array.from({ length: sweepers }, work));
  }

  /** Begins right before the first update of a channel: what was before it nobody can know. */
  #discover(id: string, update: Api.TypeUpdate | Api.TypeUpdates): Channel | undefined {
    const counted = countOf(update);
    const pts = counted ? counted.pts - counted.ptsCount : ptsOf(update);
    if (pts === undefined) return undefined;
    const { session } = this.#options;
    session.checkpointChannel(id, pts);
    const channel = this.#open(id, pts);
    // Whoever does not know the channel after a crash does not ask for what came next in it.
    // Where the file cannot be written, that is told and tried again.
    void this.#run(channel, () => session.flush().catch(() => {}));
    return channel;
  }

  #open(id: string, pts: number): Channel {
    const { call, peers, session, deliver, isUp, checkpoints, onEvent, onError, signal } =
      this.#options;
    const log: Watermark<ChannelState> = new Watermark(({ pts: reached }) =>
      checkpoints.keep(log, () => {
        if (this.#channels.get(id) === channel) session.checkpointChannel(id, reached);
      }),
    );
    const recovery = new GapRecovery<ChannelState>({
      state: { pts },
      ask: (state) => askChannel(id, state, { call, peers, signal }),
      startOver: async (_, { code }) => {
        // Out of the group, most likely; its next update begins anew.
        onEvent({ type: "lost", reason: `a group does not answer (${code})` });
        this.#channels.delete(id);
        session.forgetChannel(id);
        return undefined;
      },
      checkpoint: (state) => log.mark(state),
      deliver: (content) => deliver(content, log),
      passOn: () => false,
      isUp,
      onEvent,
      signal,
    });
    const channel: Channel = { id, recovery, tasks: new SerialQueue(onError), isBehind: false };
    this.#channels.set(id, channel);
    return channel;
  }

  async #catchUp(channel: Channel, reason: string): Promise<void> {
    if (channel.isBehind) return;
    channel.isBehind = true;
    await this.#run(channel, () => {
      channel.isBehind = false;
      return channel.recovery.catchUp(reason);
    });
  }

  #run({ tasks }: Channel, task: () => Promise<unknown>): Promise<void> {
    return tasks.run(async () => {
      if (!this.#options.signal.aborted) await task();
    });
  }
}

const ptsOf = (update: object) =>
  update instanceof Api.UpdateChannelTooLong ? update.pts : undefined;
