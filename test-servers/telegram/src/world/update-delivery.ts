import { u32 } from "../tl/bytes.ts";
import type { TlObject } from "../tl/fields.ts";

/** Delivers an update to everybody concerned; what each of them gets passes `distort` first. */
type Deliver = (distort: (update: TlObject) => TlObject) => void;

/** What goes wrong with one update on its way. */
type DeliveryFault = (deliver: Deliver) => void;

const asItIs = (update: TlObject) => update;

/** An update of a layer that no client knows: it has to drop the whole packet. */
const unknown = ({ date }: TlObject): TlObject => ({
  _: "updates",
  updates: [u32(0x0badf00d)],
  users: [],
  chats: [],
  date,
  seq: 0,
});

/** Delivers updates, with the faults that are planned for the next ones: each fault is used up by one update. */
export class UpdateDelivery {
  readonly #planned: DeliveryFault[] = [];

  pass(deliver: Deliver): void {
    const fault = this.#planned.shift();
    if (fault) fault(deliver);
    else deliver(asItIs);
  }

  drop(count: number): void {
    this.#plan(count, () => {});
  }

  repeat(times: number, count: number): void {
    this.#plan(count, (deliver) => {
      for (let delivered = 0; delivered < times; delivered++) deliver(asItIs);
    });
  }

  delay(ms: number, count: number): void {
    // A client that is gone by then is not waited for.
    this.#plan(count, (deliver) => void setTimeout(deliver, ms, asItIs).unref());
  }

  /** Holds back this many updates, then delivers them backwards. */
  reverse(count: number): void {
    const held: Deliver[] = [];
    this.#plan(count, (deliver) => {
      if (held.unshift(deliver) === count) for (const each of held) each(asItIs);
    });
  }

  garble(count: number): void {
    this.#plan(count, (deliver) => deliver((update) => unknown({ date: 0, ...update })));
  }

  #plan(count: number, fault: DeliveryFault): void {
    for (let planned = 0; planned < count; planned++) this.#planned.push(fault);
  }
}
