import type { Connect, Peer } from "./peer.ts";

/** What the bench says to its processes, and what they answer; each answer comes before the next question. */
export type ToServer =
  | { readonly do: "start"; readonly peer: "gramjs" | "mtcute" }
  | { readonly do: "say"; readonly from: number; readonly count: number };

export type ToClient =
  | { readonly do: "open"; readonly peer: Peer; readonly connect: Connect }
  /** Answers when this many have come in all. */
  | { readonly do: "receive"; readonly until: number }
  | { readonly do: "send"; readonly count: number }
  | { readonly do: "rest" };

/** What a client has used since it was asked last. */
export interface Usage {
  readonly cpuMs: number;
  readonly stallMs: number;
  readonly heapMiB: number;
}
