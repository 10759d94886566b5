import type { Wire } from "./mtproto/connection.ts";
import type { Door, MtprotoServer } from "./mtproto/server.ts";
import type { Fault } from "./world/faults.ts";
import type { World } from "./world/world.ts";

/** Everything that goes wrong with Telegram, at the push of a button. Planned faults are used up in order. */
export interface TelegramFaults extends Wire, Door {
  // the next call
  /** The next call of a method fails, is never answered, or is cut off: see `Fault`. */
  call(fault: Fault): void;
  /** The next call is refused with `FLOOD_WAIT_seconds`. @default `messages.sendMessage` */
  floodWait(seconds: number, on?: string): void;
  /** The next message is refused with `SLOWMODE_WAIT_seconds`: its group lets nobody write so often. */
  slowMode(seconds: number): void;
  /** The next call is executed, and its connection is cut instead of an answer. @default `messages.sendMessage` */
  loseReply(on?: string): void;
  /** The next `updates.getDifference` says that too much was missed to be told. */
  differenceTooLong(account?: string): void;

  // the next updates
  /** The next updates are told to nobody: a gap, which the update after them shows. @default 1 */
  dropUpdates(count?: number): void;
  /** Each of the next `count` updates is told `times` times. @default 2, 1 */
  repeatUpdates(times?: number, count?: number): void;
  /** Each of the next `count` updates is told `ms` milliseconds late. @default count 1 */
  delayUpdates(ms: number, count?: number): void;
  /** The next `count` updates are held until all of them are there, and told backwards. @default 2 */
  reverseUpdates(count?: number): void;
  /** The next updates come in a constructor that the client does not know. @default 1 */
  garbleUpdates(count?: number): void;

  // connections and log-ins
  /** Cuts every open connection. Who connects anew is served, unless `refuse` is set. */
  dropConnections(): void;
  /** Ends the log-ins of an account, as its owner does in the device list. @default all of the first account */
  revoke(which?: { readonly account?: string; readonly device?: string }): void;
  /** Makes every auth key unknown from now on: the client hears -404 and has to log in anew. */
  forgetKeys(): void;
}

export function createFaults(world: World, mtproto: MtprotoServer, first: string): TelegramFaults {
  const { faults, delivery } = world;
  const refused = (on: string, text: string) => faults.plan({ on, code: 420, text });
  return Object.assign(mtproto.wire, {
    call: (fault: Fault) => faults.plan(fault),
    floodWait: (seconds: number, on = "messages.sendMessage") =>
      refused(on, `FLOOD_WAIT_${seconds}`),
    slowMode: (seconds: number) => refused("messages.sendMessage", `SLOWMODE_WAIT_${seconds}`),
    loseReply: (on = "messages.sendMessage") => faults.plan({ on, cut: "after" }),
    differenceTooLong: (account = first) =>
      faults.plan({
        on: "updates.getDifference",
        answer: () => ({ _: "updates.differenceTooLong", pts: world.account(account).log.pts }),
      }),
    dropUpdates: (count = 1) => delivery.drop(count),
    repeatUpdates: (times = 2, count = 1) => delivery.repeat(times, count),
    delayUpdates: (ms: number, count = 1) => delivery.delay(ms, count),
    reverseUpdates: (count = 2) => delivery.reverse(count),
    garbleUpdates: (count = 1) => delivery.garble(count),
    dropConnections() {
      for (const connection of mtproto.connections) connection.drop();
    },
    revoke: ({ account = first, device }: { account?: string; device?: string } = {}) =>
      world.logins.end(world.account(account), device),
    forgetKeys: () => mtproto.forgetKeys(),
  });
}
