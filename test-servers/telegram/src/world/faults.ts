import { setTimeout as delay } from "node:timers/promises";
import { RpcError } from "../mtproto/rpc-error.ts";
import type { TlObject } from "../tl/fields.ts";

/** What goes wrong with the next call of the method `on`, by its name in the TL schema. */
export type Fault =
  /** The call is answered with this error, and not executed. */
  | { readonly on: string; readonly code: number; readonly text: string }
  /** The connection is cut without an answer: before the call is executed, or after it, as if the answer were lost. */
  | { readonly on: string; readonly cut: "before" | "after" }
  /** The call is never answered, and not executed. */
  | { readonly on: string; readonly hang: true }
  /** The call is executed, and answered `delayMs` later. */
  | { readonly on: string; readonly delayMs: number }
  /** The call is answered with this, and not executed. */
  | {
      readonly on: string;
      /** Makes the answer. */
      readonly answer: () => TlObject;
    };

/** Faults are used up one by one, in the order in which they were planned. */
export class Faults {
  readonly #planned: Fault[] = [];

  plan(fault: Fault): void {
    this.#planned.push(fault);
  }

  async apply(method: string, call: () => unknown, cut: () => void): Promise<unknown> {
    const index = this.#planned.findIndex(({ on }) => on === method);
    const [fault] = index < 0 ? [] : this.#planned.splice(index, 1);
    if (!fault) return call();
    if ("code" in fault) throw new RpcError(fault.code, fault.text);
    if ("hang" in fault) return undefined;
    if ("answer" in fault) return fault.answer();
    if ("delayMs" in fault) return delay(fault.delayMs, await call(), { ref: false });
    if (fault.cut === "after") await call();
    cut();
    return undefined;
  }
}
