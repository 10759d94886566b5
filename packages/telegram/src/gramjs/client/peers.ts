import bigInt from "big-integer";
import { BoundedMap } from "../../bounded-map.ts";
import { Api } from "telegram";
import { invalidArgument, TelegramError } from "../../errors.ts";
import type { Call } from "./calls.ts";
import { peerOf } from "../session/chat-id.ts";
import { tookLonger, withDeadline } from "../../deadline.ts";
import type { KnownHashes } from "../session/known-hashes.ts";

const what = "Asking for the chats";
const learningMs = 30_000;
/** A chat that was looked for in vain is not looked for again so soon. */
const missingForMs = 60_000;
const maxMissing = 1_000;

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

/** Finds the way to a chat. A bot needs no access hash; a user account needs that of its own log-in. */
export class Peers {
  readonly #call: Call;
  readonly #hashes: KnownHashes;
  readonly #isBot: boolean;
  #learning: Promise<void> | undefined;
  /** Chat → when it was looked for in vain. */
  readonly #missing = new BoundedMap<number>(maxMissing);

  constructor({
    call,
    hashes,
    isBot,
  }: {
    readonly call: Call;
    readonly hashes: KnownHashes;
    readonly isBot: boolean;
  }) {
    this.#call = call;
    this.#hashes = hashes;
    this.#isBot = isBot;
  }

  /** Asks Telegram for the account's chats if this one is not known yet; rejects with `peer_unknown`. */
  async find(chatId: string, { signal }: Abortable = {}): Promise<Api.TypeInputPeer> {
    const known = this.known(chatId);
    if (known) return known;
    const missedAt = this.#missing.get(chatId) ?? -Infinity;
    if (performance.now() - missedAt > missingForMs) {
      await this.#learnDialogs({ signal });
      const found = this.known(chatId);
      if (found) return found;
      this.#missing.set(chatId, performance.now());
    }
    throw new TelegramError(
      "peer_unknown",
      `This log-in has no chat ${chatId} yet: the person has to write first.`,
      {
        policy: "retry",
      },
    );
  }

  /**
   * Forgets a hash that Telegram has refused. Returns whether it is worth another look: a user account can, a bot
   * cannot.
   */
  forget(chatId: string): boolean {
    if (this.#isBot) return false;
    this.#hashes.forget(chatId);
    return true;
  }

  isChannel(chatId: string): boolean {
    return peerOf(chatId) instanceof Api.PeerChannel;
  }

  /** Finds a peer as `find` does, in the form that calls about a supergroup or channel want. */
  async findChannel(chatId: string, options: Abortable = {}): Promise<Api.InputChannel> {
    const peer = await this.find(chatId, options);
    if (peer instanceof Api.InputPeerChannel) return new Api.InputChannel(peer);
    throw invalidArgument(`Expected the id of a supergroup or channel, got ${chatId}.`);
  }

  /** Finds the way to a chat without a question. */
  known(chatId: string): Api.TypeInputPeer | undefined {
    const peer = peerOf(chatId);
    if (peer instanceof Api.PeerChat) return new Api.InputPeerChat(peer);
    const hash = this.#isBot ? "0" : this.#hashes.get(chatId);
    if (hash === undefined) return undefined;
    const accessHash = bigInt(hash);
    return peer instanceof Api.PeerUser
      ? new Api.InputPeerUser({ userId: peer.userId, accessHash })
      : new Api.InputPeerChannel({ channelId: peer.channelId, accessHash });
  }

  /** One question for all who wait: after a start every chat may be unknown at once. */
  async #learnDialogs({ signal }: Abortable): Promise<void> {
    this.#learning ??= this.#askForDialogs().finally(() => (this.#learning = undefined));
    await withDeadline(this.#learning, {
      ms: learningMs,
      late: tookLonger(what, learningMs),
      signals: [signal],
    });
  }

  async #askForDialogs(): Promise<void> {
    const request = new Api.messages.GetDialogs({
      offsetDate: 0,
      offsetId: 0,
      offsetPeer: new Api.InputPeerEmpty(),
      limit: 100,
      hash: bigInt.zero,
    });
    // Every answer passes the session, which learns the hashes.
    await this.#call(request, { what, ms: learningMs });
  }
}
