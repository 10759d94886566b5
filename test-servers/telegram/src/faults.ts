import type { Wire } from "./mtproto/connection.ts";
import type { MtprotoServer } from "./mtproto/server.ts";
import type { Fault } from "./world/faults.ts";
import type { World } from "./world/world.ts";

/** Everything that goes wrong with Telegram, at the push of a button. Planned faults are used up in order. */
export interface TelegramFaults extends Wire {
  // the next call
  /** Fails, is never answered, or is cut off: see `Fault`. */
  call(fault: Fault): void;
  /** Is refused: wait so long. @default of `messages.sendMessage` */
  floodWait(seconds: number, on?: string): void;
  /** Is refused: this group lets nobody write so often. */
  slowMode(seconds: number): void;
  /** Is executed, and the connection is cut instead of an answer. @default of `messages.sendMessage` */
  loseReply(on?: string): void;
  /** Of `updates.getDifference`: too much was missed to be told. */
  differenceTooLong(account?: string): void;

  // the next updates
  /** Are not told: a gap, which the update after them shows. @default 1 */
  dropUpdates(count?: number): void;
  /** Are told so many times each. @default 2, 1 */
  repeatUpdates(times?: number, count?: number): void;
  delayUpdates(ms: number, count?: number): void;
  /** Are held until there are so many, then told backwards. @default 2 */
  reverseUpdates(count?: number): void;
  /** Come in a constructor that the client does not know. @default 1 */
  garbleUpdates(count?: number): void;

  // connections and log-ins
  /** While true there is nobody at the port; open connections stay. */
  refuse: boolean;
  dropConnections(): void;
  /** Ends the log-ins of an account, as its owner does in the device list. @default all of the first account */
  revoke(which?: { readonly account?: string; readonly device?: string }): void;
  /** Every auth key is unknown from now on: the client hears -404. */
  forgetKeys(): void;
}

export function createFaults(world: World, mtproto: MtprotoServer, first: string): TelegramFaults {
  const { faults, telling } = world;
  const refused = (on: string, text: string) => faults.plan({ on, code: 420, text });
  const { wire } = mtproto;
  return {
    get refuse() {
      return mtproto.refuse;
    },
    set refuse(value) {
      mtproto.refuse = value;
    },
    get silent() {
      return wire.silent;
    },
    set silent(value) {
      wire.silent = value;
    },
    get mutePings() {
      return wire.mutePings;
    },
    set mutePings(value) {
      wire.mutePings = value;
    },
    call: (fault) => faults.plan(fault),
    floodWait: (seconds, on = "messages.sendMessage") => refused(on, `FLOOD_WAIT_${seconds}`),
    slowMode: (seconds) => refused("messages.sendMessage", `SLOWMODE_WAIT_${seconds}`),
    loseReply: (on = "messages.sendMessage") => faults.plan({ on, cut: "after" }),
    differenceTooLong: (account = first) =>
      faults.plan({
        on: "updates.getDifference",
        answer: () => ({ _: "updates.differenceTooLong", pts: world.account(account).log.pts }),
      }),
    dropUpdates: (count = 1) => telling.drop(count),
    repeatUpdates: (times = 2, count = 1) => telling.repeat(times, count),
    delayUpdates: (ms, count = 1) => telling.delay(ms, count),
    reverseUpdates: (count = 2) => telling.reverse(count),
    garbleUpdates: (count = 1) => telling.garble(count),
    dropConnections() {
      for (const connection of mtproto.connections) connection.drop();
    },
    revoke: ({ account = first, device } = {}) => world.logOut(world.account(account), device),
    forgetKeys: () => mtproto.forgetKeys(),
  };
}
