import { setTimeout as delay } from "node:timers/promises";
import { RpcError } from "../mtproto/rpc-error.ts";
import type { TlObject } from "../tl/fields.ts";

/** What goes wrong with the next call of a method. */
export type Fault =
  /** Answered with this error, not executed. */
  | { readonly on: string; readonly code: number; readonly text: string }
  /** Cut off without an answer: before the call is executed, or after it (the acknowledgement is lost). */
  | { readonly on: string; readonly cut: "before" | "after" }
  /** Never answered, not executed. */
  | { readonly on: string; readonly hang: true }
  /** Executed, and answered so much later. */
  | { readonly on: string; readonly delayMs: number }
  /** Answered with this, not executed. */
  | { readonly on: string; readonly answer: () => TlObject };

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
