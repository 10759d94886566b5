import { u32 } from "../tl/bytes.ts";
import type { TlObject } from "../tl/fields.ts";

/** Tells everybody concerned; what they are told passes `distort` first. */
type Tell = (distort: (update: TlObject) => TlObject) => void;

/** What happens to one update on its way. */
type Mishap = (tell: Tell) => void;

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

/** Mishaps are used up one by one, each by one update. */
export class Telling {
  readonly #planned: Mishap[] = [];

  pass(tell: Tell): void {
    const mishap = this.#planned.shift();
    if (mishap) mishap(tell);
    else tell(asItIs);
  }

  drop(count: number): void {
    this.#plan(count, () => {});
  }

  repeat(times: number, count: number): void {
    this.#plan(count, (tell) => {
      for (let told = 0; told < times; told++) tell(asItIs);
    });
  }

  delay(ms: number, count: number): void {
    // A client that is gone by then is not waited for.
    this.#plan(count, (tell) => void setTimeout(tell, ms, asItIs).unref());
  }

  /** Holds back this many updates, then tells them backwards. */
  reverse(count: number): void {
    const held: Tell[] = [];
    this.#plan(count, (tell) => {
      if (held.unshift(tell) === count) for (const each of held) each(asItIs);
    });
  }

  garble(count: number): void {
    this.#plan(count, (tell) => tell((update) => unknown({ date: 0, ...update })));
  }

  #plan(count: number, mishap: Mishap): void {
    for (let planned = 0; planned < count; planned++) this.#planned.push(mishap);
  }
}
